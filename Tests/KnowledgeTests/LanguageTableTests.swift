import InventoryModel
import Knowledge
import Testing

struct LanguageTableTests {
  @Test(arguments: [
    ("receiver", LanguageConventions.Effect.receiver), ("receiverText", .receiverText), ("partial", .partial),
    ("gather", .gather),
    ("element", .element), ("attribute", .attribute), ("durationParts", .durationParts),
    ("{argument: 1}", .argument(1)), ("{eachElement: 0}", .eachElement(callback: 0)),
    ("{apply: 0}", .apply(callback: 0)), ("{callArgument: 2}", .callArgument(2)),
    ("{environment: 0}", .environment(0)), ("{fileText: 0}", .fileText(0)), ("{text: 0}", .text(0)),
    ("storeOne", .storeOne), ("{elementOr: 1}", .elementOr(1)), ("{elementOf: 0}", .elementOf(0)),
    ("{callEach: 0}", .callEach(0)),
    ("{resource: 0}", .resource(0)), ("thread", .thread), ("setAttribute", .setAttribute), ("bound", .bound),
    ("fixture", .fixture), ("{format: percent}", .format(.percent)), ("{duration: 0.001}", .duration(seconds: 0.001)),
  ])
  func `an effect is read`(text: String, effect: LanguageConventions.Effect) throws {
    let conventions = try load("functions: {f|g: \(text)}\nmethods: {m: \(text)}")
    #expect(conventions.functions == ["f": effect, "g": effect])
    #expect(conventions.methods == ["m": effect])
  }

  @Test func `types that stand for others are read`() throws {
    let conventions = try load("transparentTypes: [Optional]\ncollectionTypes: [List, Set]")
    #expect(conventions.transparentTypes == ["Optional"])
    #expect(conventions.collectionTypes == ["List", "Set"])
  }

  @Test(arguments: [
    ("functions: {f: reciever}", "2:16: functions.f: unknown effect 'reciever'; did you mean 'receiver'?"),
    ("functions: {f: {argumnet: 1}}", "2:17: functions.f.argumnet: unknown key 'argumnet'; did you mean 'argument'?"),
    ("functions: {f: {format: curly}}", "2:25: functions.f.format: 'curly' is none of braces, percent"),
    ("functions: {f: {argument: 0, text: 0}}", "2:30: functions.f.text: one effect is expected"),
    ("functions: {f: {duration: long}}", "2:27: functions.f.duration: a number of seconds is expected"),
  ])
  func `a mistake is told with its place`(text: String, message: String) throws {
    let error = try #require(throws: KnowledgeError.self) { try load(text) }
    #expect(error.description.contains("Languages/python.yml:\(message)"), "\(error)")
  }

  private func load(_ text: String) throws -> LanguageConventions {
    let base = try Tables.load(TableFile(path: "Languages/python.yml", text: "language: python\n\(text)\n"))
    return try #require(base.conventions[.python])
  }
}
