import InventoryModel
import Knowledge

/// What becomes of errors: who catches which.
struct ErrorObserver {
  let facts: RowFacts

  var observations: [Observation] {
    let operations = facts.operations.filter { !$0.isInScript && !$0.command.hasPrefix("MULTI") }
    return caught(operations.filter { $0.errorHandling.handled == .inPlace })
      + observation(.errorsByCaller, operations.filter { $0.errorHandling.handled == .byCaller })
      + observation(.errorsNowhere, operations.filter { $0.errorHandling.handled == .nowhere })
  }

  /// By what is caught; where errors are values, they are looked at.
  private func caught(_ operations: [Operation]) -> [Observation] {
    let values = operations.filter { $0.language == .go }
    let groups = Dictionary(grouping: operations.filter { $0.language != .go }) { operation in
      operation.errorHandling.place.flatMap { facts.handlers[$0] } ?? []
    }
    return groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.flatMap { names, same in
      observation(
        .errorsSwallowed, same,
        what: names.isEmpty ? "" : RichText(plain: " (") + RichText(names: names) + RichText(plain: ")"))
    } + observation(.errorsChecked, values)
  }

  private func observation(_ kind: ObservationKind, _ operations: [Operation], what: RichText = "") -> [Observation] {
    guard !operations.isEmpty else { return [] }
    return [
      Observation(kind: kind, slots: ["function": RowText.functions(facts.functions(of: operations)), "what": what])
    ]
  }
}

extension CallGraph {
  /// What handlers catch, as written, by their places.
  var handlers: [SourcePlace: [String]] {
    var handlers: [SourcePlace: [String]] = [:]
    for region in functions.flatMap(\.regions) {
      if case .handler(_, let catches, _) = region.kind, let place = region.place { handlers[place] = catches }
    }
    return handlers
  }
}
