import InventoryModel

/// Calls of Go whose error nobody takes: those whose answer is not used, and `value, _ :=`.
///
/// `_ = call()` says that it is meant, and is none of them.
struct DroppedErrors {
  private var dropped: Set<NodeID> = []

  init(_ resolver: Resolver) {
    for number in resolver.order {
      guard let file = resolver.files[number], file.facts.language == .go else { continue }
      for id in file.discarded { note(id, in: file) }
      for id in Self.withValueAlone(in: file) { note(id, in: file) }
    }
  }

  func contains(_ id: ExpressionID, in file: LoweredFile) -> Bool { dropped.contains(file.node(id)) }

  /// Calls of whose results only the first is bound.
  private static func withValueAlone(in file: LoweredFile) -> Set<ExpressionID> {
    var (first, others): (Set<ExpressionID>, Set<ExpressionID>) = ([], [])
    for expression in file.facts.expressions {
      guard case .unpacked(let call, let position) = expression.kind else { continue }
      if position == 0 { first.insert(call) } else { others.insert(call) }
    }
    return first.subtracting(others)
  }

  /// Notes a call and those that it is chained to: `client.Get(…)` of `client.Get(…).Result()`.
  private mutating func note(_ id: ExpressionID, in file: LoweredFile) {
    var id = id
    while case .call(let callee, let arguments) = file[id].kind {
      dropped.insert(file.node(id))
      // What reads an answer hands its error on: `redis.String(conn.Do(…))`.
      if arguments.count == 1, case .call = file[arguments[0].value].kind { note(arguments[0].value, in: file) }
      guard case .member(let base, _) = file[callee].kind else { return }
      id = base
    }
  }
}
