import InventoryModel
import Knowledge

/// Makes the commands on the wire out of the operations of a report.
struct UseExpansion {
  let commands: CommandTable
  let habits: [String: LibraryHabits]
  private let operations: [Operation]
  private let scripts: [String: ScriptRecord]
  /// Scripts that an operation outside scripts runs.
  private let runScripts: Set<String>
  /// Operations queued in one pipeline, by where it is made.
  private let queued: [SourcePlace: [Operation]]

  init(_ report: ScanReport, commands: CommandTable, habits: [String: LibraryHabits]) {
    self.commands = commands
    self.habits = habits
    operations = report.operations
    scripts = Dictionary(
      report.scripts.compactMap { script in script.sha1.map { ($0, script) } }, uniquingKeysWith: { first, _ in first })
    runScripts = Set(report.operations.filter { !$0.isInScript }.compactMap(\.script))
    queued = Dictionary(grouping: report.operations.filter { $0.pipeline != nil && !$0.isInScript }) {
      $0.pipeline ?? $0.place
    }
  }

  /// The commands of all operations, in their order.
  func uses() -> [CommandUse] { operations.flatMap(uses) }

  /// The commands of one operation.
  func uses(of operation: Operation) -> [CommandUse] {
    guard operation.command.hasSuffix("*") else { return [plainUse(of: operation)] }
    if operation.command == "MULTI*" { return transactionUses(of: operation) }
    guard let composition = habits[operation.library]?.compositions[operation.command] else {
      return [CommandUse(operation: operation, command: operation.command)]
    }
    return composition.commands.map { command in
      var use = CommandUse(
        operation: operation, command: command, via: "\(operation.command) of \(operation.library)")
      let isScript = command.hasPrefix("EVAL")
      use.keys = keys(of: composition, in: operation, all: isScript)
      use.keyCount = use.keys.count
      use.fallbacks = habits[operation.library]?.fallbacks[command] ?? []
      return use
    }
  }

  private func plainUse(of operation: Operation) -> CommandUse {
    var use = CommandUse(operation: operation, command: operation.command)
    use.keys = UseExpansion.keys(of: operation)
    use.keyCount = use.keys.count == operation.keyTemplates.count ? operation.keyCount : use.keys.count
    use.fallbacks = habits[operation.library]?.fallbacks[operation.command] ?? []
    use.channels = UseExpansion.shardedChannels(of: operation)
    // The table counts channels of sharded messages among the keys.
    use.takesManyKeys = use.channels.isEmpty && takesManyKeys(operation.command)
    // One argument of MGET that only the run knows is a list.
    if operation.command == "MGET", use.keyCount == 1, use.keys.contains(where: { $0.literal == nil }) {
      use.keyCount = nil
    }
    if !use.takesManyKeys { use.keyCount = min(use.keyCount ?? use.keys.count, 1) }
    use.isInsideScript = operation.isInScript && operation.script.map { runScripts.contains($0) } ?? false
    if let script = operation.script {
      use.keysMadeUp = (scripts[script]?.keysMadeUp ?? []).map { KeyTemplate($0) }
    }
    if ["EXEC", "MULTI", "WATCH"].contains(operation.command), let pipeline = operation.pipeline {
      (use.transactionKeys, use.repeatsKeys) = transactionKeys(at: pipeline)
    } else if operation.command == "WATCH" {
      use.transactionKeys = UseExpansion.forms(of: operation)
    }
    return use
  }

  private static func shardedChannels(of operation: Operation) -> [KeyTemplate] {
    guard ["SPUBLISH", "SSUBSCRIBE", "SUNSUBSCRIBE"].contains(operation.command) else { return [] }
    let given = operation.command == "SPUBLISH" ? operation.arguments.prefix(1) : operation.arguments[...]
    let channels = given.map { $0 ?? "{}" }
    return (channels.isEmpty ? [operation.channel].compactMap(\.self) : channels).map { KeyTemplate($0) }
  }

  /// Without what stands among the keys of a stream in some libraries: the places to read from.
  private static func keys(of operation: Operation) -> [KeyTemplate] {
    let places: Set<String> = [">", "$", "0", "0-0", "+"]
    let templates = operation.keyTemplates
    let isReading = operation.command == "XREAD" || operation.command == "XREADGROUP"
    return (isReading ? templates.filter { !places.contains($0) } : templates).map { KeyTemplate($0) }
  }

  private func transactionUses(of operation: Operation) -> [CommandUse] {
    let inside = queued[operation.place] ?? []
    let isTransaction =
      operation.inTransaction || inside.contains(where: \.inTransaction)
      || (habits[operation.library]?.pipelinesAreTransactions == true && !operation.options.contains("WITHOUT-MULTI"))
    guard isTransaction else { return [] }
    return ["MULTI", "EXEC"].map { command in
      var use = CommandUse(operation: operation, command: command, via: "a transaction of \(operation.library)")
      (use.transactionKeys, use.repeatsKeys) = transactionKeys(at: operation.place)
      return use
    }
  }

  /// The keys of an operation with their forms.
  private static func forms(of operation: Operation) -> [KeyForms] {
    let keys = keys(of: operation)
    return operation.keyCount == 1 && keys.count > 1 ? [keys] : keys.map { [$0] }
  }

  private func transactionKeys(at pipeline: SourcePlace) -> ([KeyForms], Bool) {
    let inside = queued[pipeline] ?? []
    let keys = inside.flatMap { UseExpansion.forms(of: $0) + UseExpansion.shardedChannels(of: $0).map { [$0] } }
    return (keys, inside.contains(where: \.inLoop))
  }

  private func keys(
    of composition: LibraryHabits.Composition, in operation: Operation, all: Bool
  ) -> [KeyTemplate] {
    let given = KeyTemplate(operation.keyTemplates.first ?? "{}")
    let templates = all && composition.keysMeet ? composition.keys : Array(composition.keys.prefix(1))
    return templates.map { template in
      KeyTemplate(parts: KeyTemplate(template).parts.flatMap { $0 == .hole ? given.parts : [$0] })
    }
  }

  /// Whether a command takes as many keys as it is given.
  private func takesManyKeys(_ name: String) -> Bool {
    guard let command = commands[name] else { return false }
    switch command.keys {
    case .none: return false
    case .range(let first, let last, _): return first > 0 && last != first
    case .movable: return true
    }
  }
}
