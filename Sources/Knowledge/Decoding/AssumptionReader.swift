import YAML

/// Reads `Rules/Assumptions.yml`.
struct AssumptionReader {
  private var reader: TableReader
  private let commands: CommandTable

  init(_ table: TableFile, commands: CommandTable) throws(KnowledgeError) {
    reader = try TableReader(table)
    self.commands = commands
  }

  mutating func read() throws(KnowledgeError) -> [AssumptionRule] {
    var rules: [AssumptionRule] = []
    for entry in reader.entries(of: reader.root) {
      var rule = AssumptionRule(says: entry.key.text)
      for field in reader.fields(of: entry.value, known: ["without", "check"]) {
        if field.key.text == "check" {
          rule.check = reader.choice(field.value)
        } else {
          rule.commands = Set(reader.scalars(field.value).map { reader.command($0, in: commands) })
        }
      }
      if rule.commands.isEmpty, rule.check == nil {
        reader.note("'without' or 'check' is missing", at: entry.key.position)
      }
      rules.append(rule)
    }
    guard reader.problems.isEmpty else { throw KnowledgeError(reader.problems) }
    return rules
  }
}
