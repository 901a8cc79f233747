import InventoryModel
import YAML

/// Reads one table of `Rules/Clients`.
struct ClientTableReader {
  let commands: CommandTable
  var reader: TableReader
  private var drafts: [RoleDraft] = []
  private var roleUses: [YAMLScalar] = []
  private var idleKeys: [String: YAMLScalar] = [:]
  /// Set once the table is read, where it extends another.
  private(set) var tableExtension: TableExtension?

  init(_ table: TableFile, commands: CommandTable) throws(KnowledgeError) {
    self.commands = commands
    reader = try TableReader(table)
  }

  private static let keys = [
    "library", "language", "source", "packages", "markers", "context", "requires", "extends", "types", "functions",
    "values", "globals", "parameters", "roles",
  ]

  /// The whole table; all its mistakes are thrown together.
  mutating func read() throws(KnowledgeError) -> ClientLibrary {
    let fields = reader.fields(of: reader.root, known: Self.keys)
    let library = readLibrary(fields)
    let roles = resolvedRoles()
    checkRoleUses(roles)
    if let base = fields.first(where: { $0.key.text == "extends" })?.value.scalar { extend(base, fields) }
    guard reader.problems.isEmpty, var library else { throw KnowledgeError(reader.problems) }
    library.roles = roles
    library.types = library.types.map { namedAsCommand($0, roles: roles) }
    return library
  }

  /// A command object that says no command of its own is the command that its type is named like.
  private func namedAsCommand(
    _ entry: ClientLibrary.NamedEntry, roles: [String: ClientRole]
  ) -> ClientLibrary.NamedEntry {
    guard entry.method.command == nil, case .role(let role) = entry.method.result, roles[role]?.isCommand == true,
      let command = commands.command(spelled: (entry.name.prefix + (entry.name.suffix ?? [])).joined())
    else { return entry }
    var entry = entry
    entry.method.command = .fixed(command.name)
    return entry
  }

  private mutating func readLibrary(_ fields: [YAMLMapping.Entry]) -> ClientLibrary? {
    var name: String?
    var language: Language?
    var packages: [(root: String, name: String)] = []
    var markers: [String]?
    var context: FileContext?
    var requires: [String] = []
    var extended: String?
    var named: [String: [ClientLibrary.NamedEntry]] = [:]
    var globals: [String: String] = [:]
    var parameters: [String: String] = [:]
    for field in fields where field.key.text == "packages" { packages = readPackages(field.value) }
    let roots = packages.map(\.root)
    for field in fields {
      switch field.key.text {
      case "library": name = reader.text(field.value)
      case "language": language = reader.choice(field.value)
      case "markers": markers = reader.texts(field.value)
      case "context": context = reader.choice(field.value)
      case "requires": requires = reader.texts(field.value)
      case "extends": extended = reader.text(field.value)
      case "types", "functions", "values":
        named[field.key.text] = readNamed(field.value, roots: roots)
      case "globals": globals = readGlobals(field.value)
      case "parameters": parameters = readGlobals(field.value)
      case "roles":
        for entry in reader.entries(of: field.value) {
          drafts.append(readRole(entry))
          idleKeys[entry.key.text] =
            entry.value.mapping?.entries.first { !TableExtension.addedKeys.contains($0.key.text) }?.key
        }
      default: break
      }
    }
    if packages.isEmpty, globals.isEmpty, extended == nil {
      reader.note("'packages' is missing", at: reader.root.position)
    }
    guard let name, let language else {
      reader.note("'library' and 'language' are needed", at: reader.root.position)
      return nil
    }
    var library = ClientLibrary(
      name: name, language: language,
      packages: Dictionary(packages.map { ($0.root, $0.name) }, uniquingKeysWith: { first, _ in first }),
      markers: markers ?? roots, context: context, requires: requires, types: named["types"] ?? [],
      functions: named["functions"] ?? [], values: named["values"] ?? [], globals: globals, roles: [:])
    library.extends = extended
    library.parameters = parameters
    return library
  }

  /// Roots with their names in reports, or a list of roots that are their own names.
  private mutating func readPackages(_ node: YAMLNode) -> [(root: String, name: String)] {
    if node.sequence != nil { return reader.texts(node).map { ($0, $0) } }
    return reader.entries(of: node).compactMap { entry in
      reader.text(entry.value).map { (entry.key.text, $0) }
    }
  }

  private mutating func readGlobals(_ node: YAMLNode) -> [String: String] {
    var globals: [String: String] = [:]
    for entry in reader.entries(of: node) { globals[entry.key.text] = readRoleName(entry.value) }
    return globals
  }

  private mutating func readNamed(_ node: YAMLNode, roots: [String]) -> [ClientLibrary.NamedEntry] {
    reader.entries(of: node).flatMap { entry -> [ClientLibrary.NamedEntry] in
      let method = readMethod(entry.value)
      return entry.key.alternatives.compactMap { name in
        readPattern(name, roots: roots, at: entry.key.position).map { pattern, root in
          ClientLibrary.NamedEntry(name: pattern, method: method, root: root)
        }
      }
    }
  }

  /// The pattern of a qualified name, and the package root where it holds for one alone.
  private mutating func readPattern(
    _ name: String, roots: [String], at position: YAMLPosition
  ) -> (QualifiedPattern, root: String?)? {
    let root = name.first == "$" ? "$" : roots.filter { begins(name, with: $0) }.max { $0.count < $1.count }
    guard let root else {
      reader.note("'\(name)' must begin with $ or one of the packages: \(roots.joined(separator: ", "))", at: position)
      return nil
    }
    guard begins(name, with: root), let pattern = QualifiedPattern(afterRoot: name.dropFirst(root.count)) else {
      reader.note("'\(name)' may hold one * as a component of its own", at: position)
      return nil
    }
    return (pattern, root == "$" ? nil : root)
  }

  private func begins(_ name: String, with root: String) -> Bool {
    guard name.hasPrefix(root) else { return false }
    let next = name.utf8.dropFirst(root.utf8.count).first
    return next == nil || next == UInt8(ascii: ".") || next == UInt8(ascii: "/")
  }

  // MARK: Roles

  /// A role's name, remembered for the check that the table has it.
  mutating func readRoleName(_ node: YAMLNode) -> String? {
    guard let scalar = reader.scalar(node) else { return nil }
    use(scalar)
    return scalar.text
  }

  mutating func use(_ role: YAMLScalar) { roleUses.append(role) }

  private mutating func resolvedRoles() -> [String: ClientRole] {
    var resolver = RoleResolver(drafts)
    let roles = resolver.resolveAll()
    for cycle in resolver.cycles { reader.note("'like' leads back to this role", at: cycle) }
    return roles
  }

  private mutating func checkRoleUses(_ roles: [String: ClientRole]) {
    for use in roleUses where roles[use.text] == nil { reader.unknown("role", use, known: roles.keys.sorted()) }
    // Of a table that extends another, that one tells.
    if isExtension { return }
    let made = Set(roleUses.map(\.text))
    for draft in drafts where !made.contains(draft.name.text) {
      reader.note("nothing makes a value of the role '\(draft.name.text)'", at: draft.name.position)
    }
  }

  // MARK: Tables that extend another

  private var isExtension: Bool { reader.root.mapping?.entries.contains { $0.key.text == "extends" } == true }

  private mutating func extend(_ base: YAMLScalar, _ fields: [YAMLMapping.Entry]) {
    for field in fields where TableExtension.ownSections.contains(field.key.text) {
      reader.note("'\(field.key.text)' does not go with 'extends', which adds to roles alone", at: field.key.position)
    }
    let made = Set(roleUses.map(\.text))
    let roles = drafts.map { draft in
      TableExtension.Role(
        name: draft.name, isMade: made.contains(draft.name.text), idleKey: idleKeys[draft.name.text])
    }
    tableExtension = TableExtension(base: base, roles: roles)
  }
}
