package import InventoryModel
import Knowledge

/// A lock that stays for ever when its holder dies.
package struct LockWithoutTTL: Check {
  package static let rule = "lock-without-ttl"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    let index = input.index
    let locks = input.locks
    return index.groups.flatMap { group in
      group.operations.enumerated().compactMap { number, operation in
        guard operation.takesIfFree, !operation.setsTTL, locks.isLock(operation),
          !group.operations[(number + 1)...].contains(where: { $0.expiresKey && $0.isOnSameKey(as: operation) }),
          !group.operations.contains(where: { $0.comparesAndSets(operation) })
        else { return nil }
        return Finding(
          of: Self.rule, at: operation,
          message: "the lock \(operation.shownKey) has no time to live: when its holder dies, nobody gets it again")
      }
    } + libraryLocks(in: input)
  }

  /// Whether a lock is made to ask who holds it, and perhaps to give it back, and is not taken.
  private func looksOnly(_ uses: [Operation], _ locks: LockUse) -> Bool {
    let steps = uses.map { locks.step(of: $0) }
    return steps.contains(.ask) && steps.allSatisfy { $0 == .ask || $0 == .release }
  }

  /// Locks of libraries that set no time to live unless they are told.
  private func libraryLocks(in input: CheckInput) -> [Finding] {
    let locks = input.locks
    let operations = input.report.operations.filter(\.isLockCommand)
    var uses: [SourcePlace: [Operation]] = [:]
    for use in operations where locks.step(of: use) != .make {
      for step in use.evidence { uses[step.place, default: []].append(use) }
    }
    return operations.compactMap { operation in
      guard locks.step(of: operation) == .make, !operation.setsTTL,
        locks.habits[operation.library]?.lease == .forever,
        !looksOnly(uses[operation.place] ?? [], locks)
      else { return nil }
      return Finding(
        of: Self.rule, at: operation,
        message: "the lock \(operation.shownKey) has no time to live: \(operation.library) sets none by itself")
    }
  }
}

extension Operation {
  /// A lock whose value is its deadline, which others look at and take over by GETSET.
  fileprivate func comparesAndSets(_ lock: Operation) -> Bool { command == "GETSET" && isOnSameKey(as: lock) }
}
