package import InventoryModel

/// A lock that is deleted whoever holds it.
package struct LockReleaseWithoutOwnerCheck: Check {
  package static let rule = "lock-release-without-owner-check"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    let index = input.index
    let locks = input.locks
    let taken = index.groups.flatMap { group in group.operations.filter { takes($0, in: group) && locks.isLock($0) } }
    return index.groups.filter { !$0.isScript }.flatMap { group in
      group.operations.flatMap { operation -> [Finding] in
        guard operation.deletesKey, !operation.isInScript, locks.isLock(operation),
          !compares(before: operation, in: group, index)
        else { return [] }
        let handed = locks.handing(operation)
        if operation.isPassedOn, !handed.isEmpty { return passedOn(operation, handed, taken, index) }
        guard let taking = taken.first(where: { isSameLock(operation, $0) }) else { return [] }
        return [finding(at: operation, taking: taking, handed: handed)]
      }
    }
  }

  /// Of a function that deletes whatever it is told to: the callers that have the same lock taken, by their words.
  private func passedOn(
    _ operation: Operation, _ handed: [HandedKey], _ taken: [Operation], _ index: ReportIndex
  ) -> [Finding] {
    let takings = taken.filter { $0.context == operation.context }.map { taking in
      (taking: taking, texts: Set(index.handedKeys(to: taking).map(\.text)))
    }
    return handed.compactMap { caller in
      guard index.functions[caller.function].context == operation.context,
        let found = takings.first(where: { $0.texts.contains(caller.text) })
      else { return nil }
      return finding(at: caller, of: operation, taking: found.taking, index)
    }
  }

  /// Whether the lock's value is asked for before, and the release depends on it.
  private func compares(before operation: Operation, in group: OperationGroup, _ index: ReportIndex) -> Bool {
    let asks = group.operations.contains {
      $0.command == "GET" && $0.place < operation.place && $0.isOnSameKey(as: operation)
        // What is read in a branch of its own, to say who holds it, decides nothing here.
        && group.isUnconditional($0, after: operation)
        && (!group.isUnconditional(operation, after: $0) || group.node?.takesToken == true)
    }
    guard !asks, let node = group.node else { return asks }
    // By a function of its own: `if self._get(key) == token`.
    return node.steps.contains { step in
      guard step.place < operation.place, case .call(let call) = step.kind else { return false }
      return call.callees.contains { callee in
        index.operations(of: callee).contains { asked in
          asked.command == "GET" && (call.texts.contains(operation.keyText ?? "") || asked.key == operation.key)
        }
      }
    }
  }

  /// Sets a key where there is none, or looks first: a plain SET is a flag, not a lock.
  private func takes(_ operation: Operation, in group: OperationGroup) -> Bool {
    if operation.takesIfFree || operation.options.contains("GET") { return true }
    return operation.setsString
      && group.operations.contains {
        ["EXISTS", "GET"].contains($0.command) && $0.place < operation.place && $0.isOnSameKey(as: operation)
      }
  }

  private func isSameLock(_ release: Operation, _ taking: Operation) -> Bool {
    guard release.context == taking.context else { return false }
    // Where neither key says lock, their templates may be equal by chance: `{}:{}:{}`.
    if LockUse.hasLockKey(release) || release.place.path == taking.place.path,
      release.keyTemplates.contains(where: { KeyTemplate.isTelling($0) && taking.keyTemplates.contains($0) })
    {
      return true
    }
    // One type takes and gives back a lock whose name only its users know.
    let isOpen = taking.keyTemplates.allSatisfy { !KeyTemplate.isTelling($0) }
    return isOpen && release.place.path == taking.place.path && release.type != nil && release.type == taking.type
  }

  private func finding(
    at caller: HandedKey, of operation: Operation, taking: Operation, _ index: ReportIndex
  ) -> Finding {
    let notes = finding(at: operation, taking: taking, handed: []).notes
    return Finding(
      rule: Self.rule, severity: .error, place: caller.place, message: message(operation, key: caller.text),
      function: index.functions[caller.function].name, subject: "\(operation.command) \(caller.text)",
      context: operation.context, confidence: operation.confidence,
      notes: [Evidence(place: operation.place, what: "\(operation.command) is sent here")] + notes)
  }

  private func message(_ operation: Operation, key: String) -> String {
    "\(operation.command) gives the lock \(key) back without asking who holds it: "
      + "a lock that ran out is another's by now"
  }

  private func finding(at operation: Operation, taking: Operation, handed: [HandedKey]) -> Finding {
    let key =
      handed.first?.text ?? operation.keyTemplates.first { Words.has($0, ["lock", "mutex", "lease", "leader"]) }
    return Finding(
      of: Self.rule, at: operation,
      message: message(operation, key: key ?? operation.shownKey),
      notes: handed.map { Evidence(place: $0.place, what: "hands in the lock \($0.text)") }
        + [Evidence(place: taking.place, what: "\(taking.command) takes it here")])
  }
}

extension FunctionNode {
  /// Whether it is handed what the holder of a lock knows: `unlock(key, token)`.
  fileprivate var takesToken: Bool {
    parameters.contains { Words.has($0, ["value", "token", "owner", "identifier", "uuid", "holder", "id", "val"]) }
  }
}

extension Operation {
  /// Whether its function only passes a command on: `Del(ctx, key)`.
  fileprivate var isPassedOn: Bool {
    let name = function?.split(separator: ".").last?.lowercased()
    return name.map { ["del", "delete", "remove", "unlink", "rem"].contains($0) } ?? false
  }

  /// The type that its function belongs to, by name.
  fileprivate var type: Substring? {
    function.flatMap { $0.contains(".") ? $0.split(separator: ".").first : nil }
  }
}
