import InventoryModel

/// Work on keys that several processes find at the same time and that none of them claims.
struct UnclaimedWork {
  let index: ReportIndex
  let locks: LockUse

  /// Claims that an earlier run left behind, taken up as they are: a claim that another process is at looks the same.
  func resumedClaims() -> [Finding] {
    let searches = index.report.operations.filter { $0.searchesKeys && $0.context == .production }
    return index.groups.flatMap { group -> [Finding] in
      guard !group.isScript, let claim = group.operations.first(where: { isFoundAgain($0, searches) }) else {
        return []
      }
      return group.operations.compactMap { resumed in
        guard resumed.place < claim.place, !group.share(resumed, claim), resumed.readsForWork,
          !locks.isGuarded(resumed.place, in: group),
          group.operations.contains(where: { isSameWork($0, resumed, after: claim) })
        else { return nil }
        return Finding(
          of: ReadThenDelete.rule, at: resumed,
          message: "\(resumed.command) takes up what an earlier \(claim.command) claimed without a claim of its own: "
            + "what another process is at looks the same, and is worked on twice",
          severity: .advice, notes: [Evidence(place: claim.place, what: "\(claim.command) claims")])
      }
    }
  }

  /// What subscribers do with a key that a message names: each of them gets the message.
  func sharedMessages() -> [Finding] {
    let subscribing = Set(index.report.operations.filter(\.isSubscription).map(\.place.path))
    return index.groups.compactMap { group in
      guard let node = group.node, node.context == .production, node.isUsedAsValue,
        subscribing.contains(node.place.path), node.parameters.contains(where: { Words.has($0, Self.messages) })
      else { return nil }
      for read in group.operations where read.readsForWork && !locks.isGuarded(read.place, in: group) {
        let deletion = group.operations.first {
          $0.deletesKey && $0.place > read.place && $0.isOnSameKey(as: read) && group.share(read, $0)
        }
        guard let deletion else { continue }
        return Finding(
          of: ReadThenDelete.rule, at: read,
          message: "every subscriber gets the message, reads \(read.shownKey) by \(read.command) and only then deletes "
            + "it: several do the same work; GETDEL gives it to one",
          severity: .advice, notes: [Evidence(place: deletion.place, what: "\(deletion.command) deletes it")])
      }
      return nil
    }
  }

  private func isFoundAgain(_ claim: Operation, _ searches: [Operation]) -> Bool {
    guard claim.isRename, claim.context == .production, let target = claim.claimTarget, KeyTemplate.isTelling(target)
    else { return false }
    return searches.contains { $0.keyTemplates.contains { KeyTemplate.canMatch($0, target) } }
  }

  /// The same read of what was claimed, as the code after it does it.
  private func isSameWork(_ work: Operation, _ resumed: Operation, after claim: Operation) -> Bool {
    work.place > claim.place && work.command == resumed.command && work.keyText == resumed.keyText
      && claim.claimTarget.map { work.keyTemplates.contains($0) } == true
  }

  private static let messages: Set<String> = ["message", "msg", "event", "notification", "payload"]
}

extension Operation {
  /// Reads what a key holds, to work on it.
  fileprivate var readsForWork: Bool {
    ["GET", "HGETALL", "LRANGE", "SMEMBERS", "ZRANGE", "HVALS", "ZRANGEBYSCORE", "JSON.GET"].contains(command)
  }
}
