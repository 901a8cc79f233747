package import InventoryModel

/// A lock that gets its time to live by a second command.
package struct LockSetThenExpire: Check {
  package static let rule = "lock-set-then-expire"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    let index = input.index
    let locks = input.locks
    return index.groups.filter { !$0.isScript }.flatMap { group in
      group.operations.enumerated().compactMap { number, operation in
        guard operation.takesIfFree || operation.command == "SET", !operation.setsTTL, !operation.inTransaction,
          // Of a receiver that is only likely a client, nothing tells that it is no transaction.
          operation.confidence == .certain, locks.isLock(operation),
          let expiry = group.operations[(number + 1)...].first(where: {
            $0.expiresKey && $0.isOnSameKey(as: operation) && group.share(operation, $0)
          })
        else { return nil }
        return finding(at: operation, expiry: expiry)
      }
    }
  }

  private func finding(at operation: Operation, expiry: Operation) -> Finding {
    Finding(
      of: Self.rule, at: operation,
      message: "\(operation.command) takes the lock \(operation.shownKey), and a later \(expiry.command) limits it: "
        + "between the two it has no time to live; use SET with NX and EX",
      notes: [Evidence(place: expiry.place, what: "\(expiry.command) limits it here")])
  }
}
