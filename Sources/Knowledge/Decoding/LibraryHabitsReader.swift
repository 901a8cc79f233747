import YAML

/// Reads `Rules/Compositions.yml`.
struct LibraryHabitsReader {
  var reader: TableReader
  let commands: CommandTable

  init(_ table: TableFile, commands: CommandTable) throws(KnowledgeError) {
    reader = try TableReader(table)
    self.commands = commands
  }

  mutating func read() throws(KnowledgeError) -> [String: LibraryHabits] {
    var libraries: [String: LibraryHabits] = [:]
    for entry in reader.entries(of: reader.root) { libraries[entry.key.text] = habits(entry.value) }
    guard reader.problems.isEmpty else { throw KnowledgeError(reader.problems) }
    return libraries
  }

  private mutating func habits(_ node: YAMLNode) -> LibraryHabits {
    var habits = LibraryHabits()
    for field in reader.fields(
      of: node, known: ["source", "connects", "needs", "fallbacks", "pipelines", "compositions"])
    {
      switch field.key.text {
      case "source": habits.source = reader.text(field.value) ?? ""
      case "connects": habits.connects = names(field.value)
      case "needs":
        for entry in reader.entries(of: field.value) {
          habits.needs[reader.command(entry.key, in: commands)] = reader.text(entry.value)
        }
      case "fallbacks":
        for entry in reader.entries(of: field.value) {
          habits.fallbacks[reader.command(entry.key, in: commands)] = names(entry.value)
        }
      case "pipelines":
        guard let scalar = reader.scalar(field.value) else { continue }
        if scalar.text != "transaction" { reader.unknown("pipeline", scalar, known: ["transaction"]) }
        habits.pipelinesAreTransactions = true
      default:
        for entry in reader.entries(of: field.value) {
          habits.compositions[entry.key.text] = composition(entry.value)
        }
      }
    }
    if habits.source.isEmpty { reader.note("'source' is missing", at: node.position) }
    return habits
  }

  private mutating func composition(_ node: YAMLNode) -> LibraryHabits.Composition {
    var composition = LibraryHabits.Composition()
    for field in reader.fields(of: node, known: ["commands", "inside", "keys", "together"]) {
      switch field.key.text {
      case "commands": composition.commands = names(field.value)
      case "inside": composition.inside = names(field.value)
      case "keys": composition.keys = reader.texts(field.value)
      default: composition.keysMeet = reader.bool(field.value) ?? false
      }
    }
    return composition
  }

  private mutating func names(_ node: YAMLNode) -> [String] {
    reader.scalars(node).map { reader.command($0, in: commands) }
  }
}
