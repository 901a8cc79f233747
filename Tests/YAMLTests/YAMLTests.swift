import Testing
import YAML

@Suite struct YAMLTests {
  private func parse(_ text: String, limits: YAML.Limits = YAML.Limits()) throws(YAMLError) -> YAMLNode {
    try YAML.parse(text, file: "a.yml", limits: limits)
  }

  private func failure(_ text: String, limits: YAML.Limits = YAML.Limits()) -> String? {
    do throws(YAMLError) {
      _ = try parse(text, limits: limits)
      return nil
    } catch {
      return error.description
    }
  }

  @Test func `a mapping keeps the order and the places of its entries`() throws {
    let mapping = try #require(try parse("b: 1\n\"é\": [x,  y]\n").mapping)
    #expect(mapping.entries.map(\.key.text) == ["b", "é"])
    let places = mapping.entries.map(\.key.position)
    #expect(places == [YAMLPosition(line: 1, column: 1), YAMLPosition(line: 2, column: 1)])
    #expect(mapping["é"]?.position == YAMLPosition(line: 2, column: 6))
    #expect(mapping["é"]?.sequence?.elements.map(\.position.column) == [7, 11])
    #expect(mapping["c"] == nil)
  }

  @Test func `only text without quotes can be null, a truth value or a number`() throws {
    let sequence = try #require(try parse("[true, 'true', 12, \"12\", ~, '~', null, text]").sequence)
    let scalars = sequence.elements.compactMap(\.scalar)
    #expect(scalars.map(\.bool) == [true, nil, nil, nil, nil, nil, nil, nil])
    #expect(scalars.map(\.int) == [nil, nil, 12, nil, nil, nil, nil, nil])
    #expect(scalars.map(\.isNull) == [false, false, false, false, true, false, true, false])
  }

  @Test(arguments: ["", "a: b # c", "\"\\\n\r\t\u{0}", "\u{7F}\u{85}\u{2028}\u{2029}\u{FEFF}\u{E000}", "é日😀"])
  func `what is written between quotes is read as it was`(text: String) throws {
    let written = YAMLQuoting.quoted(text)
    let read = try #require(try parse(written).scalar).text
    #expect(read.unicodeScalars.elementsEqual(text.unicodeScalars))
    #expect(!written.contains { $0.isNewline })
  }

  @Test func `a block is told from quoted text`() throws {
    let scalar = try #require(try parse("a: |\n  one\n  two\n").mapping?["a"]?.scalar)
    #expect(scalar.text == "one\ntwo\n")
    #expect(scalar.style == .block)
  }

  @Test(arguments: ["", "\n", "# nothing\n", "---\n", "\u{FEFF}"])
  func `a text without content is null`(text: String) throws {
    #expect(try parse(text).scalar?.isNull == true)
  }

  @Test func `documents are read one by one`() throws {
    #expect(try YAML.documents(in: "a\n---\nb\n", file: "a.yml").compactMap(\.scalar?.text) == ["a", "b"])
    #expect(failure("a\n---\nb\n") == "a.yml:3:1: only one document is expected")
  }

  @Test func `an alias is replaced by what it names`() throws {
    let mapping = try #require(try parse("a: &x {k: v}\nb: *x\n").mapping)
    #expect(mapping["a"] == mapping["b"])
    #expect(failure("- *x\n") == "a.yml:1:3: '*x' names nothing that was written before")
    #expect(failure("&x [*x]")?.contains("names nothing") == true)
    #expect(throws: YAMLError.self) { try YAML.documents(in: "&x a\n---\n*x\n", file: "a.yml") }
  }

  @Test func `aliases cannot make a small file large`() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...20 {
      text += "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ") + "]\n"
    }
    #expect(failure(text)?.contains("more than 500000 nodes") == true)
  }

  @Test(arguments: ["[", "{a: ", "- ", "? ", "&a ["])
  func `deep nesting is an error, not a crash`(opening: String) {
    #expect(failure(String(repeating: opening, count: 100_000)) != nil)
  }

  @Test(arguments: [
    ("a: 1\na: 2\n", "a.yml:2:1: the key 'a' is given twice"),
    ("[a]: 1\n", "a.yml:1:1: a key must be a scalar"),
    ("a: [1\n", "a.yml:2:1: did not find expected ',' or ']'"),
    ("a: 'x\n", "a.yml:2:1: found unexpected end of stream"),
    ("a: 1\nbé\u{7}: 2\n", "a.yml:2:3: control characters are not allowed"),
  ])
  func `an error names file, line and column`(text: String, message: String) {
    #expect(failure(text) == message)
  }

  @Test func `limits can be narrowed`() {
    var limits = YAML.Limits()
    limits.depth = 1
    #expect(failure("a: 1", limits: limits) == nil)
    #expect(failure("a: [1]", limits: limits) == "a.yml:1:4: nested deeper than 1 levels")
    limits.nodes = 2
    #expect(failure("a: 1", limits: limits)?.contains("more than 2 nodes") == true)
  }
}
