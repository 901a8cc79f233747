import YAML

/// Reads `Rules/Alternatives.yml`.
struct WaysOutReader {
  var reader: TableReader
  let commands: CommandTable

  init(_ table: TableFile, commands: CommandTable) throws(KnowledgeError) {
    reader = try TableReader(table)
    self.commands = commands
  }

  mutating func read() throws(KnowledgeError) -> WaysOut {
    var ways = WaysOut()
    for field in reader.fields(
      of: reader.root, known: ["commands", "compositions", "prefixes", "options", "conditions"])
    {
      for entry in reader.entries(of: field.value) {
        switch field.key.text {
        case "commands": ways.commands[reader.command(entry.key, in: commands)] = wayOut(entry.value)
        case "prefixes":
          if let how = reader.text(entry.value) { ways.prefixes.append((entry.key.text, WayOut(how: how))) }
        case "compositions": ways.compositions[entry.key.text] = wayOut(entry.value)
        case "options": ways.options[entry.key.text] = wayOut(entry.value)
        default: condition(entry.key).map { ways.conditions[$0] = wayOut(entry.value) }
        }
      }
    }
    ways.prefixes.sort { ($1.prefix.utf8.count, $0.prefix) < ($0.prefix.utf8.count, $1.prefix) }
    guard reader.problems.isEmpty else { throw KnowledgeError(reader.problems) }
    return ways
  }

  private mutating func condition(_ scalar: YAMLScalar) -> TargetFact.Condition? {
    if let condition = TargetFact.Condition(rawValue: scalar.text) { return condition }
    reader.unknown("condition", scalar, known: TargetFact.Condition.allCases.map(\.rawValue))
    return nil
  }

  private mutating func wayOut(_ node: YAMLNode) -> WayOut? {
    var way = WayOut(how: "")
    for field in reader.fields(of: node, known: ["how", "use", "setting"]) {
      switch field.key.text {
      case "how": way.how = reader.text(field.value) ?? ""
      case "use": way.commands = reader.scalars(field.value).map { reader.command($0, in: commands) }
      default: way.isSetting = reader.bool(field.value) ?? false
      }
    }
    if way.how.isEmpty { reader.note("'how' is missing", at: node.position) }
    return way
  }
}
