import InventoryModel
import YAML

/// Reads the front matter of a rule's page.
struct FrontMatterReader {
  var reader: TableReader
  private let commands: CommandTable

  /// What was understood of it.
  struct Facts {
    var id: String?
    var severity: Severity?
    var migration: Int?
    var since: String?
    var selection: RulePage.Selection?
  }

  init(_ text: String, file: TableFile, commands: CommandTable) throws(KnowledgeError) {
    reader = try TableReader(TableFile(path: file.path, text: text, name: file.name))
    self.commands = commands
  }

  private static let keys = ["id", "severity", "migration", "since", "where", "message", "check", "builtIn"]

  mutating func read() -> Facts {
    var facts = Facts()
    var conditions: [Condition]?
    var message: MessageTemplate?
    let fields = reader.fields(of: reader.root, known: Self.keys)
    for field in fields {
      switch field.key.text {
      case "id": facts.id = reader.text(field.value)
      case "severity": facts.severity = reader.choice(field.value)
      case "migration": facts.migration = readMigration(field.value)
      case "since": facts.since = reader.text(field.value)
      case "where": conditions = readConditions(field.value)
      case "message": message = readMessage(field.value)
      case "check": if reader.bool(field.value) == true { facts.selection = .check }
      case "builtIn": if reader.bool(field.value) == true { facts.selection = .builtIn }
      default: break
      }
    }
    let names = Set(fields.map(\.key.text))
    for name in ["id", "severity", "since"] where !names.contains(name) {
      reader.note("'\(name)' is missing", at: reader.root.position)
    }
    if names.intersection(["where", "check", "builtIn"]).count != 1 {
      reader.note("one of 'where' and 'check' is needed", at: reader.root.position)
    } else if names.contains("where") != names.contains("message") {
      reader.note("'where' and 'message' go together", at: reader.root.position)
    }
    if let conditions, let message { facts.selection = .operations(conditions, message: message) }
    return facts
  }

  private mutating func readMigration(_ node: YAMLNode) -> Int? {
    if let number = node.scalar?.int, (1...10).contains(number) { return number }
    reader.note("the number of a migration rule is expected, 1 to 10", at: node.position)
    return nil
  }

  private mutating func readMessage(_ node: YAMLNode) -> MessageTemplate? {
    guard let text = reader.text(node) else { return nil }
    switch MessageTemplate.read(text) {
    case .success(let template): return template
    case .failure(let unknown):
      let names = MessageTemplate.Fact.allCases.map(\.rawValue)
      reader.note(
        "'{\(unknown.name)}' is none of \(names.map { "{\($0)}" }.joined(separator: ", "))", at: node.position)
      return nil
    }
  }

  private mutating func readConditions(_ node: YAMLNode) -> [Condition] {
    let fields = reader.fields(of: node, known: Condition.Name.allCases.map(\.rawValue))
    if fields.isEmpty { reader.note("'where' needs a condition", at: node.position) }
    return fields.compactMap { field in
      Condition.Name(rawValue: field.key.text).flatMap { readCondition($0, field.value) }
    }
  }

  private mutating func readCondition(_ name: Condition.Name, _ node: YAMLNode) -> Condition? {
    switch name {
    case .command: .command(known("command", node, among: commands.commands.map(\.name), "MULTI*", "LOCK*", "?"))
    case .group: .group(known("group", node, among: Set(commands.commands.map(\.group)).sorted()))
    case .flag: .flag(known("flag", node, among: Set(commands.commands.flatMap(\.flags)).sorted()))
    case .language: .language(choices(node))
    case .library: .library(Set(reader.texts(node)))
    case .role: .role(Set(reader.texts(node)))
    case .context: .context(choices(node))
    case .option: .option(Set(reader.texts(node)))
    case .withoutOption: .withoutOption(Set(reader.texts(node)))
    case .errors: .errors(choices(node))
    case .inLoop: reader.bool(node).map { .inLoop($0) }
    case .inPipeline: reader.bool(node).map { .inPipeline($0) }
    case .inTransaction: reader.bool(node).map { .inTransaction($0) }
    case .expiry: reader.bool(node).map { .expiry($0) }
    }
  }

  private mutating func known(_ what: String, _ node: YAMLNode, among names: [String], _ more: String...) -> Set<String>
  {
    let scalars = reader.scalars(node)
    for scalar in scalars where !names.contains(scalar.text) && !more.contains(scalar.text) {
      reader.unknown(what, scalar, known: names)
    }
    return Set(scalars.map(\.text))
  }

  private mutating func choices<Choice: RawRepresentable<String> & CaseIterable & Hashable>(
    _ node: YAMLNode
  ) -> Set<Choice> {
    let nodes = node.sequence?.elements ?? [node]
    return Set(nodes.compactMap { reader.choice($0) as Choice? })
  }
}
