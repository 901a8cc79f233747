import InventoryModel
import Knowledge

/// The client tables, found by what the resolver holds in its hand: a qualified name, a role, a member.
struct ClientIndex {
  private let libraries: [ClientLibrary]
  private let commands: CommandTable
  /// Package root → library, per language.
  private let packages: [Language: [String: (library: Int, name: String)]]
  /// By number of bytes, what package roots that have as many look like: a bit for each look.
  private let looks: [UInt64]
  /// Last component of a qualified name → entries.
  private let types: [EntryKey: [ClientLibrary.NamedEntry]]
  private let functions: [EntryKey: [ClientLibrary.NamedEntry]]
  private let addingMethods: Set<String>

  private struct EntryKey: Hashable {
    let library: Int
    let last: String
  }

  struct Entry {
    let library: Int
    let package: String
    let method: ClientMethod

    /// The role of what it makes.
    var role: String? {
      if case .role(let role) = method.result { role } else { nil }
    }
  }

  init(_ knowledge: KnowledgeBase) {
    libraries = knowledge.clients
    commands = knowledge.commands
    var packages: [Language: [String: (library: Int, name: String)]] = [:]
    var types: [EntryKey: [ClientLibrary.NamedEntry]] = [:]
    var functions: [EntryKey: [ClientLibrary.NamedEntry]] = [:]
    for (number, library) in knowledge.clients.enumerated() {
      for (root, name) in library.packages {
        packages[library.language, default: [:]][root] = (number, name)
      }
      for entry in library.types {
        types[EntryKey(library: number, last: entry.name.last), default: []].append(entry)
      }
      for entry in library.functions {
        functions[EntryKey(library: number, last: entry.name.last), default: []].append(entry)
      }
    }
    addingMethods = Set(
      knowledge.clients.filter { $0.language == .javascript }.flatMap { $0.roles.values }
        .flatMap { $0.methods.filter { $0.value.defines != nil }.keys })
    self.packages = packages
    looks = ClientIndex.looks(of: packages.values.flatMap(\.keys))
    self.types = types
    self.functions = functions
  }

  // MARK: Qualified names

  func knows(_ module: String, language: Language) -> Bool {
    locate(module, language: language) != nil
  }

  /// Of each import, whether its module is of a client library.
  func known(_ imports: [Import], language: Language) -> [Bool] {
    // Several names of a module are mostly imported one after the other.
    var last: (module: String, isKnown: Bool)?
    return imports.map { declaration in
      if let last, last.module == declaration.module { return last.isKnown }
      let isKnown = knows(declaration.module, language: language)
      last = (declaration.module, isKnown)
      return isKnown
    }
  }

  /// The library that a module belongs to, where it has clients that are no fakes.
  func client(of module: String, language: Language) -> (library: Int, package: String)? {
    guard let found = locate(module, language: language) else { return nil }
    let library = libraries[found.library]
    guard library.context == nil, library.requires.isEmpty, library.roles["client"]?.namesCommands == true
    else { return nil }
    return (found.library, found.package)
  }

  /// The library whose package a module belongs to.
  func library(of module: String, language: Language) -> Int? { locate(module, language: language)?.library }

  /// The library that a module which no table knows is named after: `redis_sentinel_url`.
  func client(namedIn module: String, language: Language) -> (library: Int, package: String)? {
    let head = module.prefix { $0 != "." }
    for end in head.indices where head[end] == "_" {
      let root = String(head[..<end])
      let isPackage = packages.contains { $0.key.family == language.family && $0.value[root] != nil }
      if isPackage { return client(of: root, language: language) }
    }
    return nil
  }

  /// Whether a table names a member of a module.
  func names(_ module: String, member: String, language: Language) -> Bool {
    let name = External(language: language, module: module, path: [member])
    return type(name) != nil || callable(name) != nil
  }

  /// A role of a library, and the package's name in reports.
  typealias NamedRole = (library: Int, role: String, package: String)

  /// The entries of a name as a type and as what can be called, and what it is as a value by itself.
  func entries(_ name: External) -> (type: Entry?, callable: Entry?, value: NamedRole?) {
    let located = split(name)
    let type = located.flatMap { find($0, in: types) }
    let callable = located.flatMap { find($0, in: functions) } ?? type ?? wrappedFactory(name)
    return (type, callable, located.flatMap { value($0) })
  }

  /// The entry of a type.
  func type(_ name: External) -> Entry? { find(name, in: types) }

  /// The entry of what can be called: a function, or a type as its own constructor.
  func callable(_ name: External) -> Entry? {
    find(name, in: functions) ?? find(name, in: types) ?? wrappedFactory(name)
  }

  /// `createClient` of a package that no table knows and whose name speaks of Redis: it wraps a client.
  private func wrappedFactory(_ name: External) -> Entry? {
    guard name.path.last == "createClient", isNamedAfterServer(name.module, language: name.language),
      let entry = find(External(language: .javascript, module: "redis", path: ["createClient"]), in: functions)
    else { return nil }
    return Entry(library: entry.library, package: name.module, method: entry.method)
  }

  /// Whether a package of JavaScript that no table knows has the server's name as a word of its own.
  func isNamedAfterServer(_ module: String, language: Language) -> Bool {
    guard language == .javascript, module.contains("redis") || module.contains("valkey"),
      locate(module, language: language) == nil
    else { return false }
    return module.split { !$0.isLetter }.contains { ["redis", "ioredis", "valkey", "iovalkey"].contains($0) }
  }

  /// A name that is a value of a role by itself.
  private func value(_ name: LocatedName) -> NamedRole? {
    guard let role = libraries[name.library].values.first(where: { $0.isNamed(name.rest, below: name.root) }),
      case .role(let found) = role.method.result
    else { return nil }
    return (name.library, found, name.package)
  }

  private func find(_ name: External, in entries: [EntryKey: [ClientLibrary.NamedEntry]]) -> Entry? {
    split(name).flatMap { find($0, in: entries) }
  }

  private func find(_ name: LocatedName, in entries: [EntryKey: [ClientLibrary.NamedEntry]]) -> Entry? {
    let key = EntryKey(library: name.library, last: name.rest.last ?? "")
    guard let found = entries[key]?.first(where: { $0.isNamed(name.rest, below: name.root) }) else { return nil }
    return Entry(library: name.library, package: name.package, method: found.method)
  }

  /// Library, components after the package root, the root, and the package's name in reports.
  private typealias LocatedName = (library: Int, rest: [String], root: String, package: String)

  private func split(_ name: External) -> LocatedName? {
    guard let roots = packages[name.language] else { return nil }
    // A package may lie below another: `redis.asyncio` in `redis`.
    for count in stride(from: min(2, name.path.count), through: 1, by: -1) {
      let below = name.path.prefix(count)
      guard hasRoot(ofLength: below.reduce(name.module.utf8.count) { $0 + 1 + $1.utf8.count }) else { continue }
      let module = ([name.module] + below).joined(separator: ".")
      if let exact = roots[module] {
        return (exact.library, Array(name.path.dropFirst(count)), module, exact.name)
      }
    }
    guard let (library, inside, root, package) = locate(name.module, in: roots) else { return nil }
    return (library, inside + name.path, root, package)
  }

  private func locate(
    _ module: String, language: Language
  ) -> (library: Int, inside: [String], root: String, package: String)? {
    packages[language].flatMap { locate(module, in: $0) }
  }

  private func locate(
    _ module: String, in roots: [String: (library: Int, name: String)]
  ) -> (library: Int, inside: [String], root: String, package: String)? {
    let bytes = module.utf8.span
    if mayBeRoot(bytes, upTo: bytes.count), let exact = roots[module] {
      return (exact.library, [], module, exact.name)
    }
    // A name may be longer than any root.
    for end in (0..<min(bytes.count, looks.count)).reversed()
    where (bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: "/")) && mayBeRoot(bytes, upTo: end) {
      let root = String(Substring(module.utf8.prefix(end)))
      guard let found = roots[root] else { continue }
      let inside = Substring(module.utf8.dropFirst(end + 1)).split { $0 == "." || $0 == "/" }
      return (found.library, inside.map(String.init), root, found.name)
    }
    return nil
  }

  private func hasRoot(ofLength length: Int) -> Bool { length < looks.count && looks[length] != 0 }

  /// Whether the first bytes of a name look like a root: most names do not, and need not be looked up.
  private func mayBeRoot(_ bytes: borrowing Span<UInt8>, upTo end: Int) -> Bool {
    end < looks.count && looks[end] & ClientIndex.look(bytes, upTo: end) != 0
  }

  private static func looks(of roots: [String]) -> [UInt64] {
    var looks = [UInt64](repeating: 0, count: (roots.map(\.utf8.count).max() ?? 0) + 1)
    for root in roots {
      let bytes = root.utf8.span
      looks[bytes.count] |= look(bytes, upTo: bytes.count)
    }
    return looks
  }

  /// One of 64 looks, by two of the bytes.
  private static func look(_ bytes: borrowing Span<UInt8>, upTo end: Int) -> UInt64 {
    end == 0 ? 1 : 1 << UInt64((bytes[end - 1] &* 31 &+ bytes[end / 2]) & 63)
  }

  /// A Go import path without its major version: `x/v9` and `x.v5` are `x`.
  static func withoutVersion(_ path: String) -> String {
    guard mayHoldVersion(path.utf8) else { return path }
    func isVersion(_ text: Substring) -> Bool {
      text.first == "v" && text.count > 1 && text.dropFirst().allSatisfy(\.isNumber)
    }
    var parts = path.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeAll { isVersion($0) }
    if let last = parts.last, let dot = last.lastIndex(of: "."),
      isVersion(last[last.index(after: dot)...])
    {
      parts[parts.count - 1] = last[..<dot]
    }
    return parts.joined(separator: "/")
  }

  /// Whether a part may begin with a `v` and a number; numbers of other scripts are looked at closely.
  private static func mayHoldVersion(_ bytes: String.UTF8View) -> Bool {
    var beginsPart = true
    var followsV = false
    for byte in bytes {
      if followsV, byte >= 0x80 || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") { return true }
      followsV = beginsPart && byte == UInt8(ascii: "v")
      beginsPart = byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
    }
    return false
  }

  /// The client role of which all members are, when two at least have names that little else has.
  func described(by members: [String], language: Language) -> (library: Int, role: String)? {
    for (number, library) in libraries.enumerated()
    where library.language == language && library.context == nil && library.requires.isEmpty {
      guard let role = library.roles["client"], role.namesCommands else { continue }
      let known = members.allSatisfy {
        role.method($0, labels: [], commands: commands) != nil || role.properties[$0] != nil
          || ClientIndex.lifecycle.contains($0.lowercased())
      }
      let telling = members.count { member in
        guard let command = commands.command(spelled: member) else { return false }
        return ClientIndex.isTelling(command)
      }
      if known, telling >= 2 { return (number, "client") }
    }
    return nil
  }

  /// Whether little else than a client has a member named like the command.
  static func isTelling(_ command: Command) -> Bool { !commonWords.contains(command.name) }

  private static let lifecycle: Set<String> = ["close", "connect", "disconnect", "quit", "__init__"]
  /// Commands whose names many other things have as members.
  private static let commonWords: Set<String> = [
    "GET", "SET", "DEL", "KEYS", "EXISTS", "PING", "TYPE", "TIME", "INFO", "WAIT", "SAVE", "SORT",
    "COPY", "MOVE", "APPEND", "ECHO", "AUTH", "SELECT", "COMMAND", "OBJECT", "SCAN", "RENAME",
    "PUBLISH", "SUBSCRIBE", "UNSUBSCRIBE", "WATCH", "DUMP", "RESTORE", "MONITOR", "EVAL", "DISCARD",
    "EXEC", "MULTI", "TOUCH", "QUIT", "RESET", "SHUTDOWN", "ROLE", "INCR", "DECR", "EXPIRE",
  ]

  // MARK: Roles

  /// Whether a client of JavaScript has a method of that name that adds commands to it.
  func addsCommands(_ name: String) -> Bool { addingMethods.contains(name) }

  func role(library: Int, role: String) -> ClientRole? { libraries[library].roles[role] }

  func context(library: Int) -> FileContext? { libraries[library].context }

  func property(_ name: String, library: Int, role: String) -> String? {
    libraries[library].roles[role]?.properties[name]
  }

  /// The role whose methods are the static ones of a library's command objects.
  func statics(library: Int) -> String? { libraries[library].types.lazy.compactMap(\.method.statics).first }

  func element(library: Int, role: String) -> String? { libraries[library].roles[role]?.element }

  func enter(library: Int, role: String) -> String? { libraries[library].roles[role]?.enter }

  /// What a member of a role does when called; by the table, else by the naming convention.
  func method(_ name: String, labels: [String?], library: Int, role: String) -> ClientMethod? {
    guard let role = libraries[library].roles[role] else { return nil }
    return role.method(name, labels: labels, commands: commands)
  }

  var commandTable: CommandTable { commands }
  func library(_ number: Int) -> ClientLibrary { libraries[number] }
}

extension QualifiedPattern {
  /// The last component; empty for the package root itself.
  var last: String { (suffix ?? prefix).last ?? "" }
}

extension ClientLibrary.NamedEntry {
  /// Whether it is the entry of a path below a package root.
  fileprivate func isNamed(_ path: [String], below root: String) -> Bool {
    (self.root == nil || self.root == root) && name.matches(path)
  }
}
