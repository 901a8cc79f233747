import InventoryModel
import Knowledge

/// Names what operations use, as an engineer would.
struct PrimitiveNamer {
  let names: [PrimitiveName]
  /// What client libraries send for the methods that tables write with a star.
  var habits: [String: LibraryHabits] = [:]

  /// Names with their commands, in the order of the table; commands that none names stand at the end by themselves.
  func primitives(of operations: [Operation]) -> [PatternEntry.Primitive] {
    var commands: [String: Set<String>] = [:]
    for operation in operations {
      for name in self.names(of: operation) { commands[name, default: []].formUnion(sent(operation)) }
    }
    var seen: Set<String> = []
    let order = names.map(\.name).filter { seen.insert($0).inserted && commands[$0] != nil }
    let others = Set(commands.keys).subtracting(order).sorted()
    return (order + others).map { PatternEntry.Primitive(name: $0, commands: (commands[$0] ?? []).sorted()) }
  }

  func names(of operation: Operation) -> [String] {
    func meets(_ name: PrimitiveName) -> Bool { name.selectors.contains { $0.matches(operation) } }
    let main = names.first { !$0.isBeside && meets($0) }?.name ?? operation.command
    guard !operation.command.hasSuffix("*") else { return [main] }
    let beside = names.filter { $0.isBeside && meets($0) }.map(\.name).filter { $0 != main }
    return [main] + beside
  }

  /// The commands that go over the wire.
  private func sent(_ operation: Operation) -> [String] {
    guard operation.command.hasSuffix("*") else { return [operation.command] }
    if let composition = habits[operation.library]?.compositions[operation.command] { return composition.commands }
    if operation.command == "MULTI*" { return operation.inTransaction ? ["MULTI", "EXEC"] : [] }
    return [operation.command]
  }
}
