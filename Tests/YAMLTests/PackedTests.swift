import Testing
import YAML

/// The compact form of documents.
@Suite struct PackedTests {
  private func scalar(
    _ text: String, _ style: YAMLScalar.Style = .plain, line: Int = 1, column: Int = 1
  ) -> YAMLNode {
    .scalar(YAMLScalar(text: text, style: style, position: YAMLPosition(line: line, column: column)))
  }

  private func list(_ elements: [YAMLNode]) -> YAMLNode {
    .sequence(YAMLSequence(elements: elements, position: YAMLPosition(line: 1, column: 1)))
  }

  @Test(arguments: [
    "", "text", "'quoted'", "|\n  one\n  two\n", "[]", "{}", "[a, [b, {}], a]", "a: 1\n\"é\":\n  - x\n  - {y: [z]}\n",
    "one: &a {b: [1, 2]}\ntwo: [*a, *a]\n",
  ])
  func `a document is read back with its places and styles`(text: String) throws {
    let node = try YAML.parse(text, file: "a.yml")
    #expect(YAMLNode(packed: node.packed) == node)
  }

  @Test(arguments: [0, 1, 63, 64, 4095, 4096, 1 << 40])
  func `a place may be far down and far right`(number: Int) {
    let node = list([scalar("a", line: number), scalar("a", column: number)])
    #expect(YAMLNode(packed: node.packed) == node)
  }

  @Test(arguments: [0, 63, 64, 5000])
  func `a text and a list may be long`(count: Int) {
    let node = list(Array(repeating: scalar(String(repeating: "é", count: count)), count: count))
    #expect(YAMLNode(packed: node.packed) == node)
  }

  @Test func `texts keep their bytes, though others count as equal`() throws {
    let texts = ["\u{E9}", "e\u{301}", "\u{0}\u{7F}\u{FEFF}"]
    let read = try #require(YAMLNode(packed: list(texts.map { scalar($0) }).packed)?.sequence)
    #expect(read.elements.compactMap { $0.scalar.map { Array($0.text.utf8) } } == texts.map { Array($0.utf8) })
  }

  @Test func `a text is stored once`() {
    let text = String(repeating: "x", count: 50)
    let (one, two) = (list([scalar(text)]), list([scalar(text), scalar(text)]))
    #expect(two.packed.utf8.count < one.packed.utf8.count + 10)
  }

  @Test func `a form that is cut off or goes on is refused`() throws {
    let packed = try YAML.parse("a: [x, 'y']\nb: {c: x}\nd: |\n  text\n", file: "a.yml").packed
    for count in 0..<packed.utf8.count {
      #expect(YAMLNode(packed: String(decoding: packed.utf8.prefix(count), as: UTF8.self)) == nil)
    }
    #expect(YAMLNode(packed: packed + "\u{1}") == nil)
  }

  @Test func `a form nested deeper than documents may be is refused`() {
    let deepest = (0..<100).reduce(scalar("a")) { node, _ in list([node]) }
    #expect(YAMLNode(packed: deepest.packed) == deepest)
    #expect(YAMLNode(packed: list([deepest]).packed) == nil)
  }
}
