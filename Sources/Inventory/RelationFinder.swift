import InventoryModel
import Knowledge

/// Looks at operations in their order.
struct RelationFinder {
  let use: CommandUse

  func holds(_ relation: PatternDefinition.Relation, _ operations: [Operation]) -> Bool {
    switch relation {
    case .readsAndWritesApart: return split(operations) != nil
    case .readsThenWrites:
      return inFunctions(operations) { first, second in use.reads(first.command) && use.fills(second.command) }
    case .checksThenWrites:
      return inFunctions(operations) { first, second in
        first.command == "EXISTS" && use.fills(second.command) && first.keyTemplates == second.keyTemplates
      }
    }
  }

  /// The receivers that operations are read from and written to, where these are two and kept apart.
  func split(_ operations: [Operation]) -> (reading: String, writing: String)? {
    var readers: Set<String> = []
    var writers: Set<String> = []
    for operation in operations {
      guard let receiver = operation.receiver, operation.role == "client" else { continue }
      if use.reads(operation.command) { readers.insert(receiver) }
      if use.writes(operation.command) { writers.insert(receiver) }
    }
    guard readers.count == 1, writers.count == 1, readers.isDisjoint(with: writers),
      let reading = readers.first, let writing = writers.first
    else { return nil }
    return (reading, writing)
  }

  private func inFunctions(_ operations: [Operation], _ isPair: (Operation, Operation) -> Bool) -> Bool {
    let functions = Dictionary(grouping: operations.filter { $0.function != nil }, by: FunctionKey.init)
    return functions.values.contains { steps in
      let steps = steps.sorted()
      return steps.indices.contains { first in
        steps[first...].dropFirst().contains { isPair(steps[first], $0) }
      }
    }
  }
}
