import Testing

@testable import Compatibility

struct SlotTests {
  @Test(arguments: [("foo", 12182), ("123456789", 12739), ("", 0)])
  func `a slot is the one that servers compute`(text: String, slot: Int) {
    #expect(Slots.slot(text) == slot)
  }

  @Test(arguments: [
    ("cart:{}", nil), ("{user}:a", "user"), ("{{}}:a", "{}"), ("asynq:{{}}:t:{}", "{}"), ("a:{b:{}}:c", "b:{}"),
    ("{}{user}", "user"), ("{", nil), ("a}b{", nil),
  ])
  func `a hash tag of the key is told from a hole`(template: String, tag: String?) {
    #expect(KeyTemplate(template).hashTag?.description == tag)
  }

  @Test(arguments: ["cart:{}", "{user}:a", "{{}}:a", "a:{b:{}}:c", "{}"])
  func `a template is written as it was read`(template: String) {
    #expect(KeyTemplate(template).description == template)
  }

  @Test(arguments: [
    ("a", "a", Certainty.no), ("a", "b", .yes), ("{t}:a", "{t}:b", .no), ("{s}:a", "{t}:b", .yes),
    ("{{}}:a", "{{}}:b", .no), ("cart:{}", "cart:{}", .may), ("cart:{}", "order:{}", .may), ("{}", "{}:x", .may),
    ("{t}:{}", "{t}:x", .no), ("{{}}:a", "b:{}", .may),
  ])
  func `two keys lie in one slot, in several, or nobody knows`(left: String, right: String, differ: Certainty) {
    #expect(Slots.differ(KeyTemplate(left), KeyTemplate(right)) == differ)
    #expect(Slots.differ(KeyTemplate(right), KeyTemplate(left)) == differ)
  }
}
