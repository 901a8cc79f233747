package import InventoryModel
import Knowledge

/// A lock's release whose failure nobody hears of.
package struct LockLossSwallowed: Check {
  package static let rule = "lock-loss-swallowed"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    let index = input.index
    return index.groups.flatMap { group in
      group.operations.compactMap { release in
        guard input.locks.step(of: release) == .release, let node = group.node else { return nil }
        if node.language == .go { return dropped(release) }
        let quiet = node.quietRejection(of: release).map { Optional($0) } ?? swallowing(release, in: node)
        guard let handler = quiet else { return nil }
        return Finding(
          of: Self.rule, at: release,
          message: "when \(release.method ?? "the release") fails because the lock ran out and is another's, "
            + "a handler that takes everything keeps quiet: two may have worked at once",
          notes: handler.map { [Evidence(place: $0, what: "the handler")] } ?? [])
      }
    }
  }

  /// In Go: nobody looks at the error.
  private func dropped(_ release: Operation) -> Finding? {
    guard release.isDiscarded, release.errorHandling.handled != .inPlace else { return nil }
    return Finding(
      of: Self.rule, at: release,
      message: "nobody looks at the error of \(release.method ?? "the release"): when the lock ran out and is "
        + "another's, two may have worked at once")
  }

  /// The place of the handler that takes every error and tells at most a debug log; an outer nil where there is none.
  private func swallowing(_ release: Operation, in node: FunctionNode) -> SourcePlace?? {
    guard let region = node.region(of: release.place) else { return .none }
    for around in node.ancestry(of: region) {
      guard case .guarded(let number) = node.regions[around].kind else { continue }
      for handler in node.handlers(of: number) where !handler.throwsAgain && takesLoss(handler) {
        return isQuiet(handler, in: node) ? .some(handler.place) : .none
      }
    }
    return .none
  }

  private func takesLoss(_ handler: GuardHandler) -> Bool {
    handler.catches(
      anyOf: ["Exception", "BaseException", "NotAcquired", "LockError", "LockNotOwnedError", "Error"])
  }

  private func isQuiet(_ handler: GuardHandler, in node: FunctionNode) -> Bool {
    !node.steps(in: handler.region).contains { step in
      guard case .call(let call) = step.kind else { return true }
      return Words.has(call.name, Self.loud) && !Words.has(call.name, ["debug"])
    }
  }

  private static let loud: Set<String> = [
    "warning", "warn", "error", "exception", "critical", "fatal", "info", "notice", "capture", "report", "raise", "inc",
    "metric", "emit", "print", "log", "reject", "callback", "next", "done", "exit", "abort", "notify",
  ]
}

extension FunctionNode {
  /// The place of a `.catch` chained to a call whose closure does nothing: `lock.release().catch(() => {})`.
  fileprivate func quietRejection(of operation: Operation) -> SourcePlace? {
    guard let place = rejectionHandler(of: operation) else { return nil }
    let closure = regions.indices.filter { number in
      guard case .closure = regions[number].kind, let start = regions[number].place else { return false }
      return start > place && start.line - place.line < 2
    }.min { (regions[$0].place ?? place) < (regions[$1].place ?? place) }
    return closure.flatMap { steps(in: $0).isEmpty ? place : nil }
  }
}
