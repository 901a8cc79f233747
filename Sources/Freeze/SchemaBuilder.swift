package import InventoryModel
package import Knowledge

extension KeySchema {
  /// The schema that production code follows; keys and channels of which the source tells no letter are left out.
  ///
  /// - Parameter scriptFiles: SHA1 of the files that are scripts, by path, where the report does not tell it.
  package init(of report: ScanReport, commands: CommandTable, scriptFiles: [String: String] = [:]) {
    var builder = SchemaBuilder(report: report, commands: commands, scriptFiles: scriptFiles)
    self = builder.build()
  }
}

/// Gathers a schema from the operations of a report.
struct SchemaBuilder {
  private let operations: [Operation]
  private let scripts: [ScriptRecord]
  private let commands: CommandTable
  private let scriptFiles: [String: String]
  /// Who runs a script, by its SHA1.
  private var callers: [String: Set<SymbolUse>] = [:]
  /// SHA1 of scripts whose commands are operations of their own.
  private var opened: Set<String> = []
  private var keys: [String: Gathered] = [:]
  private var channels: [String: Gathered] = [:]
  private var locks: [String: Gathered] = [:]

  fileprivate struct Gathered {
    var types: Set<String> = []
    var commands: Set<String> = []
    var ttl: Set<TimeToLive> = []
    var connections: Set<String> = []
    var writers: Set<SymbolUse> = []
    var readers: Set<SymbolUse> = []
  }

  init(report: ScanReport, commands: CommandTable, scriptFiles: [String: String]) {
    self.scriptFiles = scriptFiles
    operations = report.operations.filter { $0.context == .production }
    scripts = report.scripts.filter { $0.context == .production }
    self.commands = commands
    for operation in operations {
      guard let script = operation.script else { continue }
      if operation.isInScript {
        opened.insert(script)
      } else {
        callers[script, default: []].insert(SymbolUse(path: operation.place.path, symbol: operation.function))
      }
    }
  }

  mutating func build() -> KeySchema {
    let lockNames = Set(operations.filter(\.takesLock).flatMap(\.keyTemplates))
    for operation in operations { take(operation, lockNames: lockNames) }
    var schema = KeySchema()
    schema.keys = keys.keys.sorted().map(key)
    schema.channels = channels.keys.sorted().map(channel)
    schema.locks = locks.keys.sorted().map(lock)
    schema.scripts = frozenScripts
    return schema
  }

  private mutating func take(_ operation: Operation, lockNames: Set<String>) {
    let users = users(of: operation)
    if let channel = operation.channel, KeyTemplate.tellsName(channel) {
      channels[channel, default: Gathered()].add(operation, by: users, isWriter: operation.command.contains("PUBLISH"))
    }
    for template in operation.keyTemplates {
      if operation.isLockCommand || lockNames.contains(template) && KeyTemplate.tellsName(template) {
        locks[template, default: Gathered()].add(operation, by: users, isWriter: true)
      }
      guard !operation.isLockCommand, KeyTemplate.tellsName(template) else { continue }
      let command = commands[operation.command]
      // What a script does with its keys is told by its own commands.
      let isOpened = operation.group == "scripting" && operation.script.map(opened.contains) ?? false
      let use = CommandUse(command)
      var gathered = keys[template] ?? Gathered()
      gathered.add(operation, by: isOpened ? [] : users, isWriter: use.writes, isReader: use.reads)
      if let type = use.type { gathered.types.insert(type) }
      keys[template] = gathered
    }
  }

  private func users(of operation: Operation) -> Set<SymbolUse> {
    if operation.isInScript, let script = operation.script, let callers = callers[script] { return callers }
    return [SymbolUse(path: operation.place.path, symbol: operation.function)]
  }

  private func key(_ template: String) -> FrozenKey {
    let gathered = keys[template] ?? Gathered()
    var key = FrozenKey(template: template)
    (key.types, key.commands) = (gathered.types.sorted(), gathered.commands.sorted())
    (key.ttl, key.writers, key.readers) = (gathered.ttl.sorted(), gathered.writers.sorted(), gathered.readers.sorted())
    return key
  }

  private func channel(_ template: String) -> FrozenChannel {
    var channel = FrozenChannel(template: template)
    channel.publishers = (channels[template]?.writers ?? []).sorted()
    channel.subscribers = (channels[template]?.readers ?? []).sorted()
    return channel
  }

  private func lock(_ name: String) -> FrozenLock {
    let gathered = locks[name] ?? Gathered()
    var lock = FrozenLock(name: name)
    (lock.ttl, lock.connections) = (gathered.ttl.sorted(), gathered.connections.sorted())
    lock.users = gathered.writers.sorted()
    return lock
  }

  private var frozenScripts: [FrozenScript] {
    var frozen: [String: FrozenScript] = [:]
    for record in scripts {
      guard let sha1 = record.sha1 else { continue }
      let name = "\(record.place.path) \(sha1)"
      var script = frozen[name] ?? FrozenScript(path: record.place.path, sha1: sha1)
      script.keys = frozen[name] == nil || script.keys == record.keysDeclared ? record.keysDeclared : nil
      script.commands = Set(script.commands + record.commands).sorted()
      script.callers = (callers[sha1] ?? []).sorted()
      frozen[name] = script
    }
    for (path, sha1) in scriptFiles {
      var script = FrozenScript(path: path, sha1: sha1)
      script.commands = Set(operations.filter { $0.place.path == path }.map(\.command)).sorted()
      frozen["\(path) \(sha1)"] = script
    }
    return frozen.values.sorted { ($0.path, $0.sha1) < ($1.path, $1.sha1) }
  }
}

extension SchemaBuilder.Gathered {
  fileprivate mutating func add(
    _ operation: Operation, by users: Set<SymbolUse>, isWriter: Bool, isReader: Bool? = nil
  ) {
    commands.insert(operation.command)
    connections.formUnion(operation.connections)
    if let seconds = operation.ttlSeconds {
      ttl.insert(.seconds(seconds))
    } else if operation.setsUnknownTTL {
      ttl.insert(.unknown)
    }
    if isWriter { writers.formUnion(users) }
    if isReader ?? !isWriter { readers.formUnion(users) }
  }
}
