import Testing

@testable import Gate

@Suite struct SharedNameTests {
  @Test(arguments: [
    ("a:{}", "a:{}"), ("events:*", "events:{}"), ("claimed:{}", "claimed:events:{}"), ("{}:x", "a:{}:x"),
    ("a:{}:b:{}", "a:1:b:2"), ("a", "a"),
  ])
  func `templates of one name are one, either way round`(left: String, right: String) {
    #expect(SharedName.isOne(left, right))
    #expect(SharedName.isOne(right, left))
  }

  @Test(arguments: [
    ("a:{}", "b:{}"), ("a:{}", "{}:b"), ("a:{}", "a:"), ("a:{}:b", "a:b"), ("a", "ab"), ("claimed:{}", "taken:{}"),
    ("a:{}:b:{}", "a:1:c:2"),
  ])
  func `others are not`(left: String, right: String) {
    #expect(!SharedName.isOne(left, right))
    #expect(!SharedName.isOne(right, left))
  }
}
