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
          locks.isLock(set), !isLockByNameAlone(operation, locks),
          !locks.isGuarded(set.place, in: group)
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
}

extension Operation {
  /// A SET whose options do not make it depend on the key: XX that a variable switches is none.
  fileprivate var isPlainSet: Bool { !options.contains("NX") && !options.contains("GET") }
}
