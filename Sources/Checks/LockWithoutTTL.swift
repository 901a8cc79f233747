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
  private func looksOnly(_ uses: [Operation]) -> Bool {
    uses.contains(where: \.looksAtLock) && uses.allSatisfy { $0.looksAtLock || $0.releasesLock }
  }

  /// Locks of libraries that set no time to live unless they are told.
  private func libraryLocks(in input: CheckInput) -> [Finding] {
    var uses: [SourcePlace: [Operation]] = [:]
    for use in input.report.operations where use.command == "LOCK*" && !use.makesLock {
      for step in use.evidence { uses[step.place, default: []].append(use) }
    }
    return input.report.operations.compactMap { operation in
      guard operation.command == "LOCK*", operation.makesLock, !operation.setsTTL,
        input.habits[operation.library]?.compositions[operation.command]?.expires == false,
        !looksOnly(uses[operation.place] ?? [])
      else { return nil }
      return Finding(
        of: Self.rule, at: operation,
        message: "the lock \(operation.shownKey) has no time to live: \(operation.library) sets none by itself")
    }
  }
}

extension Operation {
  /// Asks who holds a lock, and takes none.
  fileprivate var looksAtLock: Bool { ["locked", "owned", "get_owner_id"].contains(method) }

  /// A lock whose value is its deadline, which others look at and take over by GETSET.
  fileprivate func comparesAndSets(_ lock: Operation) -> Bool { command == "GETSET" && isOnSameKey(as: lock) }
}
