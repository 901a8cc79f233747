import InventoryModel
import Knowledge

/// Looks at operations in their order.
struct RelationFinder {
  let use: CommandUse

  func holds(_ relation: PatternDefinition.Relation, _ operations: [Operation]) -> Bool {
    switch relation {
    case .readsAndWritesApart: return split(operations) != nil
    case .forwards: return forwards(operations)
    case .renamesThenDeletes: return renamesThenDeletes(operations)
    case .readsThenWrites:
      return inFunctions(operations) { first, second in use.reads(first.command) && use.fills(second.command) }
    case .checksThenWrites:
      return inFunctions(operations) { first, second in
        first.command == "EXISTS" && use.fills(second.command) && first.keyTemplates == second.keyTemplates
      }
    }
  }

  private func renamesThenDeletes(_ operations: [Operation]) -> Bool {
    let deleted = Set(
      operations.filter { CommandTraits.deleting.contains($0.command) }.flatMap(\.keyTemplates))
    let walked = Set(operations.filter { CommandTraits.walking.contains($0.command) }.map(\.place.path))
    return operations.contains { operation in
      guard operation.command.hasPrefix("RENAME"), let name = operation.keyTemplates.dropFirst().first else {
        return false
      }
      return deleted.contains(name) && (TemplateText.hasLetters(name) || walked.contains(operation.place.path))
    }
  }

  /// Whether functions are named like the commands that they send, for keys that they are handed.
  private func forwards(_ operations: [Operation]) -> Bool {
    let own = operations.filter { !$0.isInScript && $0.function != nil && !$0.command.hasSuffix("*") }
    let named = own.filter { operation in
      RelationFinder.isNamed(RowFacts.lastName(operation), like: operation.command)
    }
    let functions = Set(named.map(FunctionKey.init))
    let isHanded = named.allSatisfy { !$0.keyTemplates.contains(where: TemplateText.hasLetters) }
    return functions.count >= 4 && isHanded && named.count * 4 >= own.count * 3
  }

  /// Whether a function bears the name of a command, shortened or spelled out: `increment` of INCRBY, `delete` of DEL.
  private static func isNamed(_ function: String, like command: String) -> Bool {
    if command == "?" { return true }
    let (name, command) = (NameWords.split(function).joined().lowercased(), command.lowercased())
    guard name.count > 2 else { return false }
    return name.hasPrefix(command) || command.hasPrefix(name) || command.hasPrefix(name.prefix(4))
  }

  /// The receivers that operations are read from and written to, where these are two and kept apart.
  func split(_ operations: [Operation]) -> (reading: String, writing: String)? {
    var readers: Set<String> = []
    var writers: Set<String> = []
    var clients: [String: Set<SourcePlace>] = [:]
    for operation in operations {
      guard let receiver = operation.receiver, operation.role == "client", receiver.contains(".") else { continue }
      if use.reads(operation.command) { readers.insert(receiver) }
      if use.writes(operation.command) { writers.insert(receiver) }
      clients[receiver, default: []].formUnion(operation.clients)
    }
    guard readers.count == 1, writers.count == 1, readers.isDisjoint(with: writers),
      let reading = readers.first, let writing = writers.first, clients[reading] != clients[writing]
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
