import InventoryModel
import Knowledge
import Testing

@Suite struct RulePageTests {
  private static let body = """
    # A title

    ## What it finds
    Something.
    ## Why
    Reasons.
    ## Instead
    Something else.
    ## What it cannot see
    The rest.
    ## Triggers
    ```python
    ## no heading
    r.get("a")  # want [my-rule]
    ```
    ```python file=a.py
    one
    ```

    ```yaml file=b/c.yml
    two: 2
    ```
    Another:
    ```go file=a.go
    three
    ```
    ## Does not trigger
    ```lua
    return 1
    ```
    """

  private static let matter = """
    id: my-rule
    severity: warning
    since: 0.2.0
    """

  private func load(
    _ matter: String, body: String = body, path: String = "Catalog/my-rule.md"
  ) throws(KnowledgeError) -> RuleCatalog {
    let commands = try Tables.load().commands
    return try RuleCatalog.load([TableFile(path: path, text: "---\n\(matter)\n---\n\(body)")], commands)
  }

  @Test func `a page holds metadata, sections and examples`() throws {
    let matter =
      Self.matter + "\nmigration: 9\nwhere: {command: [GET, SET], inLoop: true}\nmessage: '{command} of {key}'"
    let page = try #require(try load(matter)["my-rule"])
    #expect(page.rule.title == "A title")
    #expect(page.rule.severity == .warning)
    #expect(page.rule.migration == 9)
    #expect(page.rule[.instead] == "Something else.")
    #expect(
      page.rule.examples.map { $0.files.map(\.path) } == [["main.py"], ["a.py", "b/c.yml"], ["a.go"], ["main.lua"]])
    #expect(page.rule.examples.map(\.triggers) == [true, true, true, false])
    #expect(page.rule.examples[0].files[0].text == "## no heading\nr.get(\"a\")  # want [my-rule]\n")
    #expect(page.rule.examples[0].files[0].line == 21)
    guard case .operations(let conditions, let message) = page.selection else {
      Issue.record("no where")
      return
    }
    var operation = Operation(
      place: SourcePlace(path: "a.py", line: 1, column: 1), command: "GET", library: "l", role: "client",
      language: .python, context: .production)
    operation.keyTemplates = ["a{}"]
    #expect(message.text(for: operation) == "GET of a{}")
    #expect(!conditions.allSatisfy { $0.holds(for: operation, command: nil) })
    operation.inLoop = true
    #expect(conditions.allSatisfy { $0.holds(for: operation, command: nil) })
  }

  @Test(arguments: [
    ("check: true\nsevrity: error", "6:1: sevrity: unknown key 'sevrity'; did you mean 'severity'?"),
    ("where: {comand: GET}\nmessage: x", "5:9: where.comand: unknown key 'comand'; did you mean 'command'?"),
    ("where: {command: GTE}\nmessage: x", "5:18: where.command: unknown command 'GTE'; did you mean 'GET'?"),
    ("where: {group: sting}\nmessage: x", "5:16: where.group: unknown group 'sting'; did you mean 'string'?"),
    ("where: {flag: wirte}\nmessage: x", "5:15: where.flag: unknown flag 'wirte'; did you mean 'write'?"),
    ("where: {context: prod}\nmessage: x", "5:18: where.context: 'prod' is none of production, test, example"),
    ("where: {inLoop: maybe}\nmessage: x", "5:17: where.inLoop: true or false is expected"),
    ("where: {command: GET}", "2:1: id: 'where' and 'message' go together"),
    ("where: {command: GET}\nmessage: '{kye}'", "6:10: message: '{kye}' is none of {command}, {key}"),
    ("where: {}\nmessage: x", "'where' needs a condition"),
    ("", "one of 'where' and 'check' is needed"),
    ("check: true\nmigration: 11", "6:12: migration: the number of a migration rule is expected, 1 to 10"),
  ])
  func `a mistake in the front matter is told with its place`(lines: String, message: String) throws {
    let error = try #require(throws: KnowledgeError.self) { try load(Self.matter + "\n" + lines) }
    let prefix = message.first?.isNumber == true ? "Catalog/my-rule.md:" : ""
    #expect(error.description.contains(prefix + message), "\(error)")
  }

  @Test(arguments: [
    ("## Why\n", "## Whi\n", "11:1: unknown section 'Whi'; did you mean 'Why'?"),
    ("## Why\nReasons.\n", "", "the section '## Why' is missing"), ("Reasons.", "", "the section 'Why' is empty"),
    ("# A title\n", "\n", "7:1: a title is expected"), ("```lua", "```", "34:1: the fence must say its language"),
    ("file=a.go", "file=../a.go", "'../a.go' is no path inside the example"),
    ("```lua\nreturn 1\n```", "nothing", "'Does not trigger' has no example"),
    ("return 1\n```", "return 1", "the fence is never closed"),
    (
      "## Instead\nSomething else.\n## What it cannot see\nThe rest.\n",
      "## What it cannot see\nThe rest.\n## Instead\nSomething else.\n", "the sections are, in this order"
    ),
  ])
  func `a mistake in the body is told with its line`(old: String, new: String, message: String) throws {
    let body = Self.body.replacing(old, with: new)
    #expect(body != Self.body)
    let error = try #require(throws: KnowledgeError.self) { try load(Self.matter + "\ncheck: true", body: body) }
    #expect(error.description.contains(message), "\(error)")
  }

  @Test func `a page without front matter, and one of another name, are refused`() throws {
    let error = try #require(throws: KnowledgeError.self) {
      try RuleCatalog.load([TableFile(path: "Catalog/a.md", text: "# A")], CommandTable([]))
    }
    #expect(error.description.hasPrefix("Catalog/a.md:1:1: the page must begin with a front matter"))
    let other = try #require(throws: KnowledgeError.self) {
      try load(Self.matter + "\ncheck: true", path: "Catalog/other.md")
    }
    #expect(other.description.contains("'id' is my-rule, the file is named other"))
  }

  @Test func `a user's page replaces the program's`() throws {
    let file = TableFile(path: "Catalog/my-rule.md", text: "---\n\(Self.matter)\ncheck: true\n---\n\(Self.body)")
    let other = TableFile(
      path: file.path, text: file.text.replacing("# A title", with: "# Another"), name: "u/my-rule.md")
    #expect(try RuleCatalog.load([file], CommandTable([]), additional: [other]).pages.map(\.rule.title) == ["Another"])
  }
}
