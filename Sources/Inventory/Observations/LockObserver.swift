import InventoryModel
import Knowledge

/// Locks: how long they last, and who may end them.
struct LockObserver {
  let facts: RowFacts

  var observations: [Observation] {
    let locks = facts.operations.filter { $0.command.hasPrefix("LOCK") && $0.command.hasSuffix("*") }
    if !locks.isEmpty { return library(locks) }
    let core = Set(facts.row.core.map { facts.report.operations[$0.operation] })
    let takes = facts.operations.filter(core.contains).filter {
      $0.command == "SETNX" || ($0.command == "SET" && $0.options.contains("NX"))
    }
    guard !takes.isEmpty else { return [] }
    return lease(takes) + release(takes)
  }

  private func library(_ locks: [Operation]) -> [Observation] {
    var result = [
      Observation(
        kind: .lockLibrary,
        slots: [
          "what": RichText(plain: Set(locks.map(\.library)).sorted().joined(separator: ", ")),
          "function": RowText.functions(locks.map(RowFacts.function)),
        ])
    ]
    for lock in locks {
      guard let seconds = lock.ttlSeconds else { continue }
      result.append(
        Observation(
          kind: .lockLease,
          slots: ["ttl": RichText(plain: DurationText.of(seconds)), "keys": RowText.keys(lock.keyTemplates)]))
      break
    }
    return result
  }

  private func lease(_ takes: [Operation]) -> [Observation] {
    takes.compactMap { take in
      let expires =
        take.setsTTL || facts.operations.contains { $0.setsTTL && $0.keyTemplates == take.keyTemplates }
      if let seconds = take.ttlSeconds {
        return Observation(
          kind: .lockLease,
          slots: ["ttl": RichText(plain: DurationText.of(seconds)), "keys": RowText.keys(take.keyTemplates)])
      }
      guard !expires else { return nil }
      return Observation(
        kind: .lockNoLease,
        slots: ["keys": RowText.keys(take.keyTemplates), "function": RichText(names: [RowFacts.function(of: take)])])
    }
  }

  private func release(_ takes: [Operation]) -> [Observation] {
    let keys = Set(takes.flatMap(\.keyTemplates))
    let ends = facts.operations.filter {
      CommandTraits.deleting.contains($0.command) && !keys.isDisjoint(with: $0.keyTemplates)
    }
    let scripted = ends.filter(\.isInScript)
    if !scripted.isEmpty {
      return [Observation(kind: .lockReleasedByScript, slots: ["keys": RowText.keys(keys.sorted())])]
    }
    guard !ends.isEmpty else { return [] }
    return [
      Observation(
        kind: .lockReleasedByDelete,
        slots: ["keys": RowText.keys(keys.sorted()), "function": RowText.functions(ends.map(RowFacts.function))])
    ]
  }
}
