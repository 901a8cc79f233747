import InventoryModel
import Knowledge

/// Locks: how long they last, and who may end them.
struct LockObserver {
  let facts: RowFacts

  var observations: [Observation] {
    let locks = LockReader(facts: facts).locks
    guard !locks.isEmpty else { return [] }
    let groups = Dictionary(grouping: locks) { lock in
      var lock = lock
      lock.key = ""
      return lock
    }.values.sorted { $0[0].key < $1[0].key }
    return library + groups.flatMap { observations(of: $0[0], keys: RowText.keys($0.map(\.key))) }
      + release(locks.filter { $0.library == nil })
  }

  private var library: [Observation] {
    let operations = facts.operations.filter(\.isLockCommand)
    guard !operations.isEmpty else { return [] }
    return [
      Observation(
        kind: .lockLibrary,
        slots: [
          "what": RichText(plain: Set(operations.map(\.library)).sorted().joined(separator: ", ")),
          "function": RowText.functions(facts.functions(of: operations)),
        ])
    ]
  }

  private func observations(of lock: LockFacts, keys: RichText) -> [Observation] {
    var result: [Observation] = []
    if let seconds = lock.leaseSeconds {
      result.append(
        Observation(kind: .lockLease, slots: ["keys": keys, "ttl": RichText(plain: DurationText.of(seconds))]))
    } else if lock.lastsForever {
      let takes = facts.operations.filter { $0.isLockCommand || $0.options.contains("NX") }
      let function = RowText.functions((takes.isEmpty ? facts.operations : takes).map(facts.function))
      result.append(Observation(kind: .lockNoLease, slots: ["keys": keys, "function": function]))
    } else {
      let ttl = lock.leaseText.map { RichText(code: [$0]) } ?? "known only at run time"
      result.append(Observation(kind: .lockLeaseByRun, slots: ["keys": keys, "ttl": ttl]))
    }
    if lock.isRenewed != false {
      let what: RichText =
        switch (lock.isRenewed, lock.renewedBy) {
        case (true, let by?): "by \(code: by)"
        case (_, let by?): "only where \(code: by)"
        default: "by the library"
        }
      result.append(Observation(kind: .lockRenewed, slots: ["keys": keys, "what": what]))
    } else if !lock.lastsForever {
      result.append(Observation(kind: .lockNeverRenewed, slots: ["keys": keys]))
    }
    if lock.isReentrant == false { result.append(Observation(kind: .lockNotReentrant, slots: ["keys": keys])) }
    return result
  }

  /// How home-made locks are released.
  private func release(_ locks: [LockFacts]) -> [Observation] {
    let keys = Set(locks.map(\.key))
    let ends = facts.operations.filter {
      CommandTraits.deleting.contains($0.command) && !keys.isDisjoint(with: $0.keyTemplates)
    }
    guard !ends.isEmpty else { return [] }
    if ends.contains(where: \.isInScript) {
      return [Observation(kind: .lockReleasedByScript, slots: ["keys": RowText.keys(keys.sorted())])]
    }
    guard locks.contains(where: { $0.checksOwner == false }) else { return [] }
    return [
      Observation(
        kind: .lockReleasedByDelete,
        slots: ["keys": RowText.keys(keys.sorted()), "function": RowText.functions(facts.functions(of: ends))])
    ]
  }
}
