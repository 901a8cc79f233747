package import InventoryModel

/// A lock that is looked at and then set: two can find it free.
package struct LockCheckThenSet: Check {
  package static let rule = "lock-check-then-set"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    let index = input.index
    let locks = input.locks
    return index.groups.filter { !$0.isScript }.flatMap { group in
      group.operations.enumerated().compactMap { number, operation in
        guard ["EXISTS", "GET"].contains(operation.command), !operation.isDiscarded,
          let set = group.operations[(number + 1)...].first(where: {
            Self.sets($0) && $0.isOnSameKey(as: operation) && group.share(operation, $0)
          }),
          locks.isLock(set), !isLockByNameAlone(operation, locks), !isWatched(operation, in: group),
          !isTaken(before: set, in: group)
        else { return nil }
        return Finding(
          of: Self.rule, at: operation,
          message: "the lock \(set.shownKey) is looked at by \(operation.command) and then set without NX: "
            + "two can find it free at once",
          notes: [Evidence(place: set.place, what: "\(set.command) without NX")])
      }
    }
  }

  /// A value that is read, and whose key says something else than lock: only the variable is called so.
  private func isLockByNameAlone(_ operation: Operation, _ locks: LockUse) -> Bool {
    guard operation.command == "GET", operation.keyTemplates.contains(where: KeyTemplate.isTelling) else {
      return false
    }
    var unnamed = operation
    unnamed.keyText = nil
    return !locks.isLock(unnamed)
  }

  private static func sets(_ operation: Operation) -> Bool {
    ["SET", "SETEX", "PSETEX"].contains(operation.command) && !operation.takesIfFree
      && operation.options.isEmpty || operation.command == "SET" && operation.isPlainSet
  }

  /// WATCH makes the transaction fail when the key changed in between.
  private func isWatched(_ operation: Operation, in group: OperationGroup) -> Bool {
    group.operations.contains { $0.command == "WATCH" && $0.place < operation.place }
  }

  /// Somebody who holds the lock, or another, may read and set it.
  private func isTaken(before set: Operation, in group: OperationGroup) -> Bool {
    let takes = group.node?.steps.contains { step in
      // A mutex of the language keeps no other process out.
      guard step.place < set.place, case .call(let call) = step.kind, !call.callees.isEmpty else { return false }
      return Words.has(call.name.split(separator: ".").last.map(String.init), ["lock", "acquire", "mutex"])
    }
    if takes == true { return true }
    return group.operations.contains {
      $0.place < set.place && ($0.command == "LOCK*" || $0.takesIfFree && $0.isOnSameKey(as: set))
    }
  }
}

extension Operation {
  /// A SET whose options do not make it depend on the key: XX that a variable switches is none.
  fileprivate var isPlainSet: Bool { !options.contains("NX") && !options.contains("GET") }
}
