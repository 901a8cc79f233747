import InventoryModel
import Knowledge

/// What is atomic, and what only looks so.
struct OrderObserver {
  let facts: RowFacts

  var observations: [Observation] { OrderObserver.telling(pairs) + queued + conditions + multiple }

  /// A key asked for, or read, and then written by the same function in another command.
  private var pairs: [Observation] {
    var result: [Observation] = []
    for function in facts.functions {
      for (index, first) in function.operations.enumerated() where !first.inTransaction && !first.keyTemplates.isEmpty {
        guard
          first.command == "EXISTS" || first.command == "GET" || first.command == "HGET" || first.command == "ZSCORE",
          let second = function.operations[(index + 1)...].first(where: {
            isWrite($0, after: first) && function.group.share(first, $0)
          })
        else { continue }
        let asks = first.command == "EXISTS"
        result.append(
          Observation(
            kind: asks ? .checkThenWrite : .readThenWrite,
            slots: [
              "keys": RowText.keys(first.keyTemplates), "function": RichText(names: [function.name]),
              "first": RichText(names: [first.command]), "second": RichText(names: [second.command]),
            ]))
      }
    }
    return result
  }

  /// Without those that say of unknown keys what is said of known ones.
  private static func telling(_ pairs: [Observation]) -> [Observation] {
    pairs.filter { pair in
      pair.slots["keys"] != RowText.keys([])
        || !pairs.contains {
          $0.kind == pair.kind && $0.slots["function"] == pair.slots["function"]
            && $0.slots["keys"] != RowText.keys([])
        }
    }
  }

  private func isWrite(_ operation: Operation, after first: Operation) -> Bool {
    guard facts.use.fills(operation.command), operation.keyTemplates == first.keyTemplates else { return false }
    return !operation.options.contains { $0 == "NX" || $0 == "XX" } || first.command == "EXISTS"
  }

  private var queued: [Observation] {
    var result: [Observation] = []
    for function in facts.functions {
      let queued = function.operations.filter { $0.inPipeline && facts.use.writes($0.command) }
      let plain = queued.filter { !$0.inTransaction }
      for (kind, operations) in [
        (ObservationKind.plainPipeline, plain), (.transaction, queued.filter(\.inTransaction)),
      ]
      where Set(operations.map(\.command)).count > 1 || (operations.first?.inLoop ?? false) {
        result.append(
          Observation(
            kind: kind,
            slots: [
              "function": RichText(names: [function.name]), "commands": RichText(names: operations.map(\.command)),
              "keys": RowText.keys(operations[0].keyTemplates),
            ]))
      }
    }
    return result
  }

  private var conditions: [Observation] {
    [("NX", ObservationKind.onlyIfAbsent), ("XX", .onlyIfPresent)].compactMap { option, kind in
      let operations = facts.operations.filter {
        $0.options.contains(option) || (option == "NX" && ($0.command == "SETNX" || $0.command == "HSETNX"))
      }
      guard let first = operations.first else { return nil }
      return Observation(
        kind: kind,
        slots: [
          "function": RichText(names: facts.functions(of: operations)), "keys": RowText.keys(first.keyTemplates),
          "commands": RichText(
            names: operations.map { $0.options.contains(option) ? "\($0.command) \(option)" : $0.command }),
        ])
    }
  }

  private var multiple: [Observation] {
    let operations = facts.operations.filter {
      ($0.keyCount ?? 0) > 1 && !$0.isInScript && !CommandTraits.running.contains($0.command)
    }
    guard !operations.isEmpty else { return [] }
    return [
      Observation(
        kind: .severalKeys,
        slots: [
          "commands": RichText(names: operations.map(\.command)),
          "function": RichText(names: facts.functions(of: operations)),
        ])
    ]
  }
}
