import InventoryModel
import YAML

extension PatternBook {
  /// The program's own patterns, and a user's; a user's replaces the program's of the same name.
  package static func load(commands: CommandTable, additional: [TableFile] = []) throws(KnowledgeError) -> PatternBook {
    try load(
      commands: commands, tables: TableFile.embedded + additional)
  }

  /// The same from tables in hand; a later table replaces an earlier one of the same path.
  package static func load(commands: CommandTable, tables: [TableFile]) throws(KnowledgeError) -> PatternBook {
    var loader = PatternLoader(commands: commands)
    var latest: [String: TableFile] = [:]
    for table in tables { latest[table.path] = table }
    for table in latest.values.sorted(by: { $0.path < $1.path }) { loader.read(table) }
    return try loader.finish()
  }

  /// Whether a table is one of patterns, by its place.
  static func holds(_ path: String) -> Bool {
    path == concernsPath || path == primitivesPath || path == LockHabits.path
      || (path.hasPrefix("Patterns/") && path.hasSuffix(".yml"))
  }

  static let concernsPath = "Concerns.yml"
  static let primitivesPath = "Primitives.yml"
}

/// Decodes the tables of patterns and keeps all that is wrong with them.
private struct PatternLoader {
  let commands: CommandTable
  var patterns: [PatternDefinition] = []
  var sentences: [ObservationKind: String] = [:]
  var primitives: [PrimitiveName] = []
  var locks: [String: LockHabits] = [:]
  var problems: [KnowledgeError.Problem] = []

  init(commands: CommandTable) { self.commands = commands }

  mutating func read(_ table: TableFile) {
    do throws(KnowledgeError) {
      switch table.path {
      case PatternBook.concernsPath: try readSentences(table)
      case PatternBook.primitivesPath: try readPrimitives(table)
      case LockHabits.path: locks = try LockHabits.read(table)
      case let path where PatternBook.holds(path):
        var reader = try PatternTableReader(table, commands: commands)
        patterns.append(try reader.read(id: String(path.dropFirst("Patterns/".count).dropLast(".yml".count))))
      default: return
      }
    } catch {
      problems += error.problems
    }
  }

  private mutating func readSentences(_ table: TableFile) throws(KnowledgeError) {
    var reader = try TableReader(table)
    for entry in reader.entries(of: reader.root) {
      guard let (kind, sentence) = reader.sentence(entry) else { continue }
      if sentences.updateValue(sentence, forKey: kind) != nil {
        reader.note("'\(kind.rawValue)' is given twice", at: entry.key.position)
      }
    }
    for kind in ObservationKind.allCases where sentences[kind] == nil {
      reader.note("'\(kind.rawValue)' has no sentence", at: reader.root.position)
    }
    problems += reader.problems
  }

  private mutating func readPrimitives(_ table: TableFile) throws(KnowledgeError) {
    var selectors = SelectorReader(reader: try TableReader(table), commands: commands)
    for entry in selectors.reader.entries(of: selectors.reader.root) {
      let isBeside = entry.key.text.hasPrefix("+")
      let name = String(entry.key.text.drop { $0 == "+" })
      primitives.append(PrimitiveName(name: name, selectors: selectors.list(entry.value), isBeside: isBeside))
    }
    problems += selectors.reader.problems
  }

  func finish() throws(KnowledgeError) -> PatternBook {
    guard problems.isEmpty else { throw KnowledgeError(problems) }
    return PatternBook(patterns: patterns, sentences: sentences, primitives: primitives, locks: locks)
  }
}
