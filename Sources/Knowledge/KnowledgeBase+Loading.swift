package import InventoryModel
import Rules

extension KnowledgeBase {
  /// The program's own tables for some languages and their families, and a user's; a user's table replaces the program's
  /// of the same library. Tables of other languages are not read.
  package static func load(
    languages: Set<Language>, additional: [TableFile] = []
  ) throws(KnowledgeError) -> KnowledgeBase {
    let own = EmbeddedRules.files.map { TableFile(path: $0.path, text: $0.text) }
    return try load(languages: languages, tables: own, additional: additional)
  }

  /// The same from tables in hand.
  package static func load(
    languages: Set<Language>, tables: [TableFile], additional: [TableFile] = []
  ) throws(KnowledgeError) -> KnowledgeBase {
    var loader = KnowledgeLoader(languages: Set(languages.map(\.family)))
    loader.read(tables, replacing: false)
    loader.read(additional, replacing: true)
    return try loader.finish()
  }
}

/// Reads tables one after the other and keeps all that is wrong with them.
private struct KnowledgeLoader {
  let languages: Set<Language>
  private var commands = CommandTable([])
  private var clients: [ClientLibrary] = []
  private var conventions: [Language: LanguageConventions] = [:]
  private var problems: [KnowledgeError.Problem] = []

  init(languages: Set<Language>) { self.languages = languages }

  /// Commands come first, because client tables name them.
  mutating func read(_ tables: [TableFile], replacing: Bool) {
    for table in tables where table.path == "Commands.tsv" { readCommands(table) }
    let before = clients.count
    for table in tables {
      let parts = table.path.split(separator: "/")
      guard table.path.hasSuffix(".yml"), parts.count > 1 else { continue }
      let folder = parts.count > 2 ? String(parts[1]) : String(parts[1].dropLast(4))
      switch parts[0] {
      case "Clients" where parts.count == 3: readClient(table, folder: folder, replacing: replacing ? before : 0)
      case "Languages" where parts.count == 2: readConventions(table, folder: folder, replacing: replacing)
      default: continue
      }
    }
  }

  func finish() throws(KnowledgeError) -> KnowledgeBase {
    guard problems.isEmpty else { throw KnowledgeError(problems) }
    return KnowledgeBase(commands: commands, clients: clients, conventions: conventions)
  }

  private mutating func readCommands(_ table: TableFile) {
    do {
      let read = try CommandTable.decode(table.text, file: table.name)
      commands = commands.commands.isEmpty ? read : CommandTable(read.commands + commands.commands)
    } catch {
      problems += error.problems
    }
  }

  /// `folder` is the language that the table's place says; of tables before the position `replacing`, one of the same
  /// library gives way.
  private mutating func readClient(_ table: TableFile, folder: String, replacing: Int) {
    guard isWanted(folder, table) else { return }
    do {
      var reader = try ClientTableReader(table.text, file: table.name, commands: commands)
      let library = try reader.read()
      check(library.language, against: folder, table)
      if let known = clients.firstIndex(where: { $0.name == library.name && $0.language == library.language }) {
        if known >= replacing { note("the library '\(library.name)' has two tables", table) }
        clients[known] = library
      } else {
        checkPackages(of: library, table)
        clients.append(library)
      }
    } catch {
      problems += error.problems
    }
  }

  /// A package belongs to one table, unless a condition says which of them is used.
  private mutating func checkPackages(of library: ClientLibrary, _ table: TableFile) {
    for other in clients where other.language == library.language && other.requires.isEmpty && library.requires.isEmpty
    {
      for root in library.packages.keys.sorted() where other.packages[root] != nil {
        note("the package '\(root)' is in the table of '\(other.name)' too", table)
      }
    }
  }

  private mutating func readConventions(_ table: TableFile, folder: String, replacing: Bool) {
    guard isWanted(folder, table) else { return }
    do {
      var reader = try LanguageTableReader(table.text, file: table.name)
      let (language, read) = try reader.read()
      check(language, against: folder, table)
      if replacing, var known = conventions[language] {
        known.add(read)
        conventions[language] = known
      } else {
        conventions[language] = read
      }
    } catch {
      problems += error.problems
    }
  }

  private mutating func isWanted(_ folder: String, _ table: TableFile) -> Bool {
    guard let language = Language(rawValue: folder) else {
      note("unknown language '\(folder)'\(NearestName.hint(for: folder, in: Language.allCases.map(\.rawValue)))", table)
      return false
    }
    return languages.contains(language)
  }

  private mutating func check(_ language: Language, against folder: String, _ table: TableFile) {
    guard language.rawValue != folder else { return }
    note("the table is of \(language.rawValue), its place says \(folder)", table)
  }

  private mutating func note(_ message: String, _ table: TableFile) {
    problems.append(KnowledgeError.Problem(file: table.name, line: 1, column: 1, keyPath: "", message: message))
  }
}

extension LanguageConventions {
  /// Takes in what another table says; the other wins.
  fileprivate mutating func add(_ other: LanguageConventions) {
    functions.merge(other.functions) { _, new in new }
    methods.merge(other.methods) { _, new in new }
    transparentTypes.formUnion(other.transparentTypes)
    collectionTypes.formUnion(other.collectionTypes)
  }
}
