package import InventoryModel
import Knowledge

/// A lock, or a claim of keys, that fails without a word.
package struct LockFailureHidden: Check {
  package static let rule = "lock-failure-hidden"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    input.index.groups.filter { !$0.isScript }.flatMap { group in
      group.operations.compactMap { operation in
        guard let node = group.node, takes(operation, in: group, input.locks) else { return nil }
        if node.language == .go { return dropped(operation) }
        return quietHandler(of: operation, in: node).map { finding(at: operation, handler: $0) }
      }
    }
  }

  /// In Go: nobody looks at the error.
  private func dropped(_ operation: Operation) -> Finding? {
    guard operation.errorHandling.handled != .inPlace, operation.isDiscarded else { return nil }
    return Finding(
      of: Self.rule, at: operation,
      message: "nobody looks at what \(operation.method ?? operation.command) answers: "
        + "the work goes on whether the lock is held or not")
  }

  /// A handler in place that takes every error of a server, and does no more than note it for debugging.
  private func quietHandler(of operation: Operation, in node: FunctionNode) -> GuardHandler? {
    guard let region = node.region(of: operation.place) else { return nil }
    for around in node.ancestry(of: region) {
      guard case .guarded(let number) = node.regions[around].kind else { continue }
      let handlers = node.handlers(of: number).filter { $0.takes(.any, isTranslated: false) }
      guard !handlers.isEmpty else { continue }
      // Another round tries again.
      if node.ancestry(of: around).contains(where: { node.regions[$0].kind == .loop }) { return nil }
      return handlers.first { $0.takesAnything && !$0.throwsAgain && node.isSilent($0) }
    }
    return nil
  }

  private func finding(at operation: Operation, handler: GuardHandler) -> Finding {
    let what = operation.isRename ? "a claim" : "a lock"
    return Finding(
      of: Self.rule, at: operation,
      message: "when \(operation.method ?? operation.command) fails, a handler that takes everything keeps quiet: "
        + "every failure looks like \(what) that another holds",
      // Of a library whose lock throws when another holds it, a handler is what tells that.
      severity: operation.command == "LOCK*" && [.javascript, .typescript].contains(operation.language)
        ? .advice : .error,
      notes: handler.place.map { [Evidence(place: $0, what: "the handler")] } ?? [])
  }

  /// Whether it asks the server for a lock, or claims a key that is worked on afterwards.
  private func takes(_ operation: Operation, in group: OperationGroup, _ locks: LockUse) -> Bool {
    if operation.isRename {
      guard let target = operation.claimTarget, operation.language != .go else { return false }
      return group.operations.contains {
        $0.place > operation.place && $0.keyTemplates.contains(target)
          && ($0.deletesKey || ["GET", "HGETALL", "LRANGE", "SMEMBERS", "ZRANGE", "HVALS"].contains($0.command))
      }
    }
    return locks.step(of: operation).map { $0 == .take } ?? (operation.takesIfFree && locks.isLock(operation))
  }
}

extension GuardHandler {
  /// Whether it takes errors of all kinds, those of a lost server too.
  fileprivate var takesAnything: Bool {
    catches(anyOf: ["Exception", "BaseException", "RedisError", "ValkeyError", "ConnectionError", "TimeoutError"])
  }
}

extension FunctionNode {
  /// Whether a handler does nothing but note the error for debugging.
  fileprivate func isSilent(_ handler: GuardHandler) -> Bool {
    steps(in: handler.region).allSatisfy { step in
      guard case .call(let call) = step.kind else { return false }
      return Words.has(call.name, ["debug", "trace", "verbose", "str", "repr", "format"])
    }
  }
}
