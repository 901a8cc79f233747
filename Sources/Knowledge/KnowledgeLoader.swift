import InventoryModel

/// Puts decoded tables together and keeps all that is wrong with them.
struct KnowledgeLoader {
  /// Complete from the start, because client tables name commands.
  private(set) var commands = CommandTable([])
  private let placed: [PlacedTable]
  private var clients: [ClientLibrary] = []
  /// How many of the clients are the program's own.
  private var ownCount = 0
  private var conventions: [Language: LanguageConventions] = [:]
  private var problems: [KnowledgeError.Problem] = []
  private var extensions: [(library: ClientLibrary, extension: TableExtension, file: String)] = []

  init(tables: [TableFile], additional: [TableFile]) {
    placed =
      tables.compactMap { PlacedTable($0, isAdditional: false) }
      + additional.compactMap { PlacedTable($0, isAdditional: true) }
    for table in tables + additional where table.path == "Commands.tsv" { readCommands(table) }
    for table in additional where !KnowledgeLoader.belongs(table) {
      note(
        "no table belongs here, but Clients/<language>/<library>.yml, Languages/<language>.yml, Catalog/<rule>.md, "
          + "Patterns/<pattern>.yml, Targets/<target>.yml, Concerns.yml, Primitives.yml, Locks.yml, Commands.tsv", table
      )
    }
  }

  private static func belongs(_ file: TableFile) -> Bool {
    file.path == "Commands.tsv" || file.path == "README.md" || RuleCatalog.isPage(file)
      || file.path.hasPrefix("Targets/") || PatternBook.holds(file.path)
      || PlacedTable(file, isAdditional: true) != nil
  }

  /// The tables of some languages' families; the program's own come first.
  mutating func tables(of languages: Set<Language>) -> [PlacedTable] {
    let families = Set(languages.map(\.family))
    return placed.filter { table in
      if let language = Language(rawValue: table.folder) { return families.contains(language) }
      let hint = NearestName.hint(for: table.folder, in: Language.allCases.map(\.rawValue))
      note("unknown language '\(table.folder)'\(hint)", table)
      return false
    }
  }

  mutating func add(_ decoded: PlacedTable.Decoded, of table: PlacedTable) {
    if let language = decoded.language, language.rawValue != table.folder {
      note("the table is of \(language.rawValue), its place says \(table.folder)", table)
    }
    switch decoded {
    case .client(let library, let tableExtension):
      add(library, of: table)
      if let tableExtension { extensions.append((library, tableExtension, table.file.name)) }
    case .conventions(let language, let read): conventions[language, default: LanguageConventions()].add(read)
    case .failure(let error): problems += error.problems
    }
  }

  func finish() throws(KnowledgeError) -> KnowledgeBase {
    // Without all tables, what a table extends may be missing for another reason.
    guard problems.isEmpty else { throw KnowledgeError(problems) }
    let misfits = extensions.flatMap { $0.extension.problems(in: $0.library, of: clients, file: $0.file) }
    guard misfits.isEmpty else { throw KnowledgeError(misfits) }
    return KnowledgeBase(commands: commands, clients: clients, conventions: conventions)
  }

  private mutating func add(_ library: ClientLibrary, of table: PlacedTable) {
    if !table.isAdditional { ownCount = clients.count + 1 }
    guard let known = clients.firstIndex(where: { $0.name == library.name && $0.language == library.language }) else {
      checkPackages(of: library, table)
      clients.append(library)
      return
    }
    if !table.isAdditional || known >= ownCount { note("the library '\(library.name)' has two tables", table) }
    clients[known] = library
  }

  /// A package belongs to one table, unless a condition says which of them is used.
  private mutating func checkPackages(of library: ClientLibrary, _ table: PlacedTable) {
    for other in clients where other.language == library.language && other.requires.isEmpty && library.requires.isEmpty
    {
      for root in library.packages.keys.filter({ other.packages[$0] != nil }).sorted() {
        note("the package '\(root)' is in the table of '\(other.name)' too", table)
      }
    }
  }

  private mutating func readCommands(_ table: TableFile) {
    do {
      let read = try CommandTable.decode(table.text, file: table.name)
      commands = commands.commands.isEmpty ? read : CommandTable(read.commands + commands.commands)
    } catch {
      problems += error.problems
    }
  }

  private mutating func note(_ message: String, _ table: PlacedTable) { note(message, table.file) }

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
    registeringMethods.formUnion(other.registeringMethods)
    dependencyObjects.formUnion(other.dependencyObjects)
    settingsObjects.formUnion(other.settingsObjects)
  }
}
