package import InventoryModel

/// A lock that is deleted whoever holds it.
package struct LockReleaseWithoutOwnerCheck: Check {
  package static let rule = "lock-release-without-owner-check"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    let index = input.index
    let locks = input.locks
    let takings = index.groups.flatMap { group in
      let asking = group.operations.filter { ["EXISTS", "GET"].contains($0.command) }
      return group.operations.filter { takes($0, after: asking) && locks.isLock($0) }.map { operation in
        Taking(operation, in: index)
      }
    }
    return index.groups.filter { !$0.isScript }.flatMap { group in
      group.operations.flatMap { operation -> [Finding] in
        guard operation.deletesKey, !operation.isInScript, locks.isLock(operation),
          !compares(before: operation, in: group, index)
        else { return [] }
        let handed = locks.handing(operation)
        let ownsLocks = takings.contains { $0.isOfItsType && $0.operation.isOfSameType(as: operation) }
        guard LockUse.isLockByItself(operation) || ownsLocks else {
          return passedOn(operation, handed, takings, index)
        }
        let taking = takings.first { isSameLock(operation, $0.operation) }
        return taking.map { [finding(at: operation, taking: $0.operation, handed: handed)] } ?? []
      }
    }
  }

  private struct Taking {
    let operation: Operation
    /// What callers hand in as its key, as they write it.
    let handed: Set<String>
    /// Whether a method of its type says that it locks, and not only who uses the type.
    let isOfItsType: Bool

    init(_ operation: Operation, in index: ReportIndex) {
      self.operation = operation
      let keys = index.handedKeys(to: operation)
      let type = index.node(of: operation)?.type?.place
      handed = Set(keys.map(\.text))
      isOfItsType = keys.contains { key in
        let caller = index.functions[key.function]
        return type != nil && caller.type?.place == type && LockUse.isNamedAsLock(caller.name)
      }
    }
  }

  /// Of a function that deletes whatever it is told to: the callers that have the same lock taken, by their words.
  private func passedOn(
    _ operation: Operation, _ handed: [HandedKey], _ takings: [Taking], _ index: ReportIndex
  ) -> [Finding] {
    handed.compactMap { caller in
      let node = index.functions[caller.function]
      let taking = takings.first {
        $0.operation.context == operation.context && $0.handed.contains(caller.text)
      }
      guard let taking, node.context == operation.context else { return nil }
      return Finding(
        rule: Self.rule, severity: .error, place: caller.place, message: message(operation, key: caller.text),
        function: node.name, subject: "\(operation.command) \(caller.text)", context: operation.context,
        confidence: operation.confidence,
        notes: [Evidence(place: operation.place, what: "\(operation.command) is sent here"), note(taking.operation)])
    }
  }

  /// Whether the lock's value is asked for before, and the release depends on it.
  private func compares(before operation: Operation, in group: OperationGroup, _ index: ReportIndex) -> Bool {
    let asks = group.operations.contains {
      $0.command == "GET" && $0.place < operation.place && $0.isOnSameKey(as: operation)
        // What is read in a branch of its own, to say who holds it, decides nothing here.
        && group.isUnconditional($0, after: operation)
        && (!group.isUnconditional(operation, after: $0) || group.node?.takesToken(for: operation) == true)
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
  private func takes(_ operation: Operation, after asking: [Operation]) -> Bool {
    if operation.takesIfFree || operation.options.contains("GET") { return true }
    return operation.setsString
      && asking.contains { $0.place < operation.place && $0.isOnSameKey(as: operation) }
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
    return isOpen && release.isOfSameType(as: taking)
  }

  private func finding(at operation: Operation, taking: Operation, handed: [HandedKey]) -> Finding {
    let key =
      handed.first?.text ?? operation.keyTemplates.first { Words.has($0, ["lock", "mutex", "lease", "leader"]) }
    return Finding(
      of: Self.rule, at: operation,
      message: message(operation, key: key ?? operation.shownKey),
      notes: handed.map { Evidence(place: $0.place, what: "hands in the lock \($0.text)") } + [note(taking)])
  }

  private func message(_ operation: Operation, key: String) -> String {
    "\(operation.command) gives the lock \(key) back without asking who holds it: "
      + "a lock that ran out is another's by now"
  }

  private func note(_ taking: Operation) -> Evidence {
    Evidence(place: taking.place, what: "\(taking.command) takes it here")
  }
}

extension FunctionNode {
  /// Whether it is handed what the holder of a lock knows, `unlock(key, token)`, beside what its key is made of.
  fileprivate func takesToken(for release: Operation) -> Bool {
    let key = release.keyText ?? ""
    // Of a key that a variable holds, any parameter but one that surely is a token may be a part.
    let isOpen = !parameters.contains(key) && key.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    return parameters.contains { parameter in
      if key.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "_" }).contains(parameter[...]) {
        return false
      }
      return Words.has(parameter, ["value", "token", "owner", "identifier", "uuid", "holder", "val"])
        || !isOpen && Words.has(parameter, ["id"])
    }
  }
}

extension Operation {
  /// Whether both stand in functions of one type of a file.
  fileprivate func isOfSameType(as other: Operation) -> Bool {
    place.path == other.place.path && type != nil && type == other.type
  }

  /// The type that its function belongs to, by name.
  private var type: Substring? {
    function.flatMap { $0.contains(".") ? $0.split(separator: ".").first : nil }
  }
}
