package import InventoryModel

/// Keys that are deleted before what they held is written where it belongs.
package struct DeletedBeforeWrite: Check {
  package static let rule = "deleted-before-write"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    let index = input.index
    var found: [Finding] = []
    for number in index.functions.indices
    where index.functions[number].context == .production && input.events.deletesAndPersists(number) {
      let events = input.events.of(number)
      found += findings(in: events, input)
      if let popped = PoppedWork.finding(in: events, of: number) { found.append(popped) }
    }
    var told: Set<SourcePlace> = []
    return found.filter { told.insert($0.place).inserted }
  }

  private func findings(in events: [Event], _ input: CheckInput) -> [Finding] {
    var claims: [Operation] = []
    var found: [Finding] = []
    for (position, event) in events.enumerated() {
      switch event.kind {
      case .persists: claims = []
      case .operation(let operation) where operation.isClaim || operation.readsForWork: claims.append(operation)
      case .operation(let operation)
      where operation.deletesKey && event.isCertain && !operation.isInScript && !input.locks.isLock(operation):
        guard let claim = claims.last(where: { isSameKey($0, operation) }),
          !isIndex(claim, operation, events[..<position]),
          let write = events[(position + 1)...].first(where: { isWrite($0, after: event) })
        else { continue }
        found.append(finding(operation, claim: claim, write: write))
      case .operation: continue
      }
    }
    return found
  }

  private func isSameKey(_ claim: Operation, _ deletion: Operation) -> Bool {
    if claim.functionNumber == deletion.functionNumber {
      return claim.isOnSameKey(as: deletion) || isTarget(claim, deletion)
    }
    return isTarget(claim, deletion) || claim.key == deletion.key && KeyTemplate.isTelling(claim.key ?? "")
  }

  /// Whether members of it, keys of their own, are deleted before: it was read for them.
  private func isIndex(_ claim: Operation, _ deletion: Operation, _ earlier: ArraySlice<Event>) -> Bool {
    !claim.isClaim
      && earlier.contains { event in
        guard case .operation(let other) = event.kind, other.deletesKey else { return false }
        return other.place > claim.place && !isSameKey(claim, other)
      }
  }

  private func isTarget(_ claim: Operation, _ deletion: Operation) -> Bool {
    claim.isRename && claim.claimTarget.map { KeyTemplate.isTelling($0) && deletion.keyTemplates.contains($0) } == true
  }

  /// A write that runs when the deletion ran.
  private func isWrite(_ event: Event, after deletion: Event) -> Bool {
    guard case .persists = event.kind else { return false }
    return Set(deletion.regions).isSubset(of: event.regions)
  }

  private func finding(_ deletion: Operation, claim: Operation, write: Event) -> Finding {
    Finding(
      of: Self.rule, at: deletion,
      message: "\(deletion.command) \(deletion.shownKey) stands before the write of what it held: "
        + "when that fails, the data is in neither place",
      notes: [
        Evidence(place: claim.place, what: "\(claim.command) takes it"),
        Evidence(place: write.place, what: "written only here"),
      ])
  }
}

extension Operation {
  fileprivate var readsForWork: Bool {
    ["HGETALL", "LRANGE", "SMEMBERS", "ZRANGE", "HVALS", "ZRANGEBYSCORE"].contains(command)
  }
}
