import InventoryModel
import Knowledge

/// Collects what one connection does.
struct AccessUserBuilder {
  let commands: CommandTable
  let habits: [String: LibraryHabits]
  /// The server that the rules are for.
  let target: Judge?
  private let dialect: AccessDialect
  private var operations = 0
  private var names: Set<String> = []
  private var keys: [String: (access: KeyAccess, first: Operation)] = [:]
  private var channels: Set<String> = []
  private var openPoints: Set<AccessUser.OpenPoint> = []

  init(commands: CommandTable, habits: [String: LibraryHabits], target: Judge?, dialect: AccessDialect) {
    self.target = target
    self.dialect = dialect
    self.commands = commands
    self.habits = habits
  }

  /// Takes in that there is an operation, and what its library sends after it.
  mutating func add(_ operation: Operation) {
    operations += 1
    let habit = habits[operation.library]
    for command in habit?.fallbacks[operation.command] ?? [] { allow(command) }
    guard let composition = habit?.compositions[operation.command] else {
      if operation.command.hasSuffix("*"), operation.command != "MULTI*" {
        note("what \(operation.library) sends for it is not known", operation)
      }
      return
    }
    for command in composition.inside + composition.commands.flatMap({ habit?.fallbacks[$0] ?? [] }) { allow(command) }
    let given = KeyTemplate(operation.keyTemplates.first ?? "{}")
    for key in composition.keys {
      let parts = KeyTemplate(key).parts.flatMap { $0 == .hole ? given.parts : [$0] }
      addKey(KeyTemplate(parts: parts).description, .all, operation)
    }
  }

  /// Takes in a command that is sent.
  mutating func add(_ use: CommandUse) {
    guard use.command != "?" else {
      note("the command is known only at run time: no rule covers it", use.operation)
      return
    }
    guard !use.command.hasSuffix("*") else { return }
    allow(use.command, at: use.operation)
    if use.via == nil || use.operation.command == "MULTI*" {
      let accesses = KeyAccess.accesses(of: use, commands[use.command])
      if !isDeclaredOutside(use) {
        for (key, access) in zip(use.keys, accesses) { addKey(key.description, access, use.operation) }
        addMissingKeys(use)
      }
      addChannel(use)
    }
    addSpecials(use)
  }

  /// Takes in what a library sends when it connects.
  mutating func addGreeting(of client: ClientRecord) {
    let habit = habits[client.library] ?? LibraryHabits()
    for command in habit.connects + habit.needs.keys.sorted() { allow(command) }
    let settings = ClientSettings(client)
    for sent in settings.commands { allow(sent.command) }
    if settings.hasUnknownDatabase { allow("SELECT") }
  }

  func user(name: String, connections: [String]) -> AccessUser {
    let grants = keys.sorted { $0.key < $1.key }.map { pattern, use in
      let access = dialect.tellsReadsApart ? use.access : .all
      return AccessUser.KeyGrant(pattern: pattern, reads: access.reads, writes: access.writes)
    }
    var openPoints = openPoints
    if !dialect.tellsReadsApart {
      for (access, operation) in keys.values where access != .all {
        openPoints.insert(openPoint("the server has one right for reading and writing keys", operation))
      }
    }
    var user = AccessUser(
      name: name, connections: connections, operations: operations, commands: names.sorted(),
      keys: AccessUserBuilder.withoutCovered(grants),
      channels: channels.contains("*") ? ["*"] : channels.sorted(), openPoints: openPoints.sorted())
    user.namesChannels = dialect.namesChannels
    return user
  }

  /// Commands that every connection may send.
  private static let free: Set<String> = ["AUTH", "HELLO", "QUIT", "RESET"]

  private mutating func allow(_ command: String, at operation: Operation? = nil) {
    guard !AccessUserBuilder.free.contains(command) else { return }
    if let target, !target.has(command) {
      if let operation { note("\(target.target.title) has no \(command), so that no rule can name it", operation) }
      return
    }
    let words = command.lowercased().split(separator: " ")
    names.insert(words.joined(separator: "|"))
  }

  private mutating func addKey(_ template: String, _ access: KeyAccess, _ operation: Operation) {
    let pattern = AccessPattern.pattern(of: template)
    keys[pattern, default: (KeyAccess(reads: false, writes: false), operation)].access.formUnion(access)
    if pattern == "*" {
      note("the key is known only at run time, so that all keys are open", operation)
    }
  }

  /// Whether the keys of a use inside a script are among those that the script's callers declare.
  private func isDeclaredOutside(_ use: CommandUse) -> Bool {
    use.operation.isInScript && use.isInsideScript && use.keysMadeUp.isEmpty
      && !use.keys.contains(where: \.hasText)
  }

  /// A command that takes keys, of which the source tells none.
  private mutating func addMissingKeys(_ use: CommandUse) {
    guard use.keys.isEmpty, use.keyCount != 0, let command = commands[use.command], command.keys != .none,
      !command.flags.contains("no_mandatory_keys") || !use.operation.isInScript
    else { return }
    let isOptional = command.flags.contains("no_mandatory_keys")
    if isOptional, use.operation.arguments.count > 1, use.operation.arguments[1] == "0" { return }
    let access = command.keySpecifications.isEmpty ? KeyAccess.all : union(command.keySpecifications)
    addKey("{}", access, use.operation)
  }

  private func union(_ places: [KeySpecification]) -> KeyAccess {
    places.map { KeyAccess($0) }.reduce(into: KeyAccess(reads: false, writes: false)) { $0.formUnion($1) }
  }

  private mutating func addChannel(_ use: CommandUse) {
    let patterns = ["PSUBSCRIBE", "PUNSUBSCRIBE"].contains(use.command)
    guard let template = use.operation.channel else {
      if ["SUBSCRIBE", "PSUBSCRIBE", "PUBLISH", "SSUBSCRIBE", "SPUBLISH"].contains(use.command) {
        channels.insert("*")
        note("the channel is known only at run time, so that all channels are open", use.operation)
      }
      return
    }
    guard patterns else {
      let pattern = AccessPattern.pattern(of: template)
      channels.insert(pattern)
      if pattern == "*" {
        note("the channel is known only at run time, so that all channels are open", use.operation)
      }
      return
    }
    guard use.command == "PSUBSCRIBE" else { return }
    if let exact = AccessPattern.exact(template) {
      channels.insert(exact)
    } else {
      channels.insert("*")
      note(
        "servers allow a pattern of channels only when the rule has the same words, and these are known only at run time "
          + "(\(template)), so that all channels are open", use.operation)
    }
  }

  private mutating func addSpecials(_ use: CommandUse) {
    switch use.command {
    case "SORT", "SORT_RO":
      if use.words.isDisjoint(with: ["BY", "GET"]) { return }
      addKey("{}", KeyAccess(reads: true, writes: false), use.operation)
      note("BY or GET needs the right to read all keys", use.operation)
    case "KEYS", "SCAN", "RANDOMKEY":
      note("it shows the names of all keys, whatever key patterns say", use.operation)
    default: break
    }
  }

  private mutating func note(_ why: String, _ operation: Operation) {
    openPoints.insert(openPoint(why, operation))
  }

  private func openPoint(_ why: String, _ operation: Operation) -> AccessUser.OpenPoint {
    AccessUser.OpenPoint(place: operation.place, command: operation.command, why: why)
  }

  /// Leaves out what the pattern of all keys allows already.
  private static func withoutCovered(_ grants: [AccessUser.KeyGrant]) -> [AccessUser.KeyGrant] {
    guard let all = grants.first(where: { $0.pattern == "*" }) else { return grants }
    return grants.filter { $0.pattern == "*" || ($0.reads && !all.reads) || ($0.writes && !all.writes) }
  }
}
