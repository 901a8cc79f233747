package import InventoryModel

/// Operations whose errors nothing handles, in code that handles those of others.
package struct UnhandledRedisError: Check {
  package static let rule = "unhandled-redis-error"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    let index = input.index
    let handlers = input.handlers
    let guardedTypes = types(of: index) { group, operation in
      group.node?.guardsLocally(operation) ?? false
    }
    let ownClients = OwnClients(index) { $0.node?.guardsLocally($1) ?? false }
    return index.groups.compactMap { group in
      // The error of a command in a script is the error of the script, which its caller gets.
      guard let node = group.node, node.context == .production, node.language != .lua, !node.isConstructor,
        node.name != nil
      else { return nil }
      lazy var handled = group.operations.filter { node.guardsLocally($0) || ownClients.handles($0) }.map(\.place)
      let open = group.operations.filter { operation in
        guard !operation.inPipeline, !operation.isInScript, !operation.command.hasSuffix("*"),
          operation.confidence == .certain
        else { return false }
        if operation.language == .go {
          return operation.dropsError && operation.errorHandling.handled != .inPlace
            && !Self.harmless.contains(operation.command) && !index.isQueued(operation, in: group)
        }
        if ownClients.handles(operation) { return false }
        let paths = handlers.paths(to: operation)
        let entries = paths.openEntries
        guard case .unhandled = paths.fate else {
          return paths.isHandledByName && entries.contains { isRegistered(index.functions[$0]) }
        }
        if handled.contains(where: { $0 != operation.place }) { return true }
        return isSibling(node, guardedTypes) && (entries.contains { isEntry($0, index) } || isLeftToOthers(node, index))
      }
      guard let first = open.first, !isOfTests(first, index) else { return nil }
      let entry = handlers.paths(to: first).openEntries.lazy.map { index.functions[$0] }.first { isRegistered($0) }
      return finding(at: first, of: open, entry: entry)
    }
  }

  /// What ends a transaction or a subscription that is given up, and what only asks whether there is a server.
  private static let harmless: Set<String> = ["UNWATCH", "DISCARD", "PING", "UNSUBSCRIBE", "PUNSUBSCRIBE"]

  private func isOfTests(_ operation: Operation, _ index: ReportIndex) -> Bool {
    guard operation.language == .go, let callers = index.node(of: operation)?.callers, !callers.isEmpty else {
      return false
    }
    return callers.allSatisfy { index.functions[$0.function].context == .test }
  }

  /// Where a way to the operation surely begins: a program, an imported module, a decorated function.
  private func isEntry(_ number: Int, _ index: ReportIndex) -> Bool {
    let node = index.functions[number]
    if node.isUsedAsValue { return false }
    return node.name == nil || node.name == "main" || isRegistered(node)
  }

  /// Whether it is a method that its type offers, and that no production code which was scanned calls.
  private func isLeftToOthers(_ node: FunctionNode, _ index: ReportIndex) -> Bool {
    guard let type = node.type, type.bases.allSatisfy({ $0 == "object" }), node.decorators.isEmpty else { return false }
    let name = node.name?.split(separator: ".").last ?? ""
    return !name.hasPrefix("_") && node.callers.allSatisfy { index.functions[$0.function].context == .test }
  }

  /// Whether a decorator hands it to a framework, which calls it: `@app.route`.
  private func isRegistered(_ node: FunctionNode) -> Bool {
    node.decorators.contains { decorator in
      Words.has(decorator.split(separator: ".").last.map(String.init), Self.registering)
    }
  }

  private static let registering: Set<String> = [
    "route", "get", "post", "put", "patch", "delete", "head", "websocket", "task", "job", "cron", "listener",
    "receiver", "resource",
  ]

  /// Whether another method of its type handles these errors where they happen.
  private func isSibling(_ node: FunctionNode, _ guarded: Set<SourcePlace>) -> Bool {
    !node.isUsedAsValue && node.type.map { guarded.contains($0.place) } == true
  }

  private func types(
    of index: ReportIndex, where isGuarded: (OperationGroup, Operation) -> Bool
  ) -> Set<SourcePlace> {
    Set(
      index.groups.compactMap { group in
        group.operations.contains { isGuarded(group, $0) } ? group.node?.type?.place : nil
      })
  }

  private func finding(at first: Operation, of open: [Operation], entry: FunctionNode?) -> Finding {
    let more = open.count > 1 ? " and \(open.count - 1) more" : ""
    let what =
      first.language == .go
      ? "the error of \(first.command)\(more) is dropped: a server that is down looks like success"
      : "no handler takes the errors of \(first.command)\(more), here or in a caller"
        + (entry?.name.map { " up to \($0)" } ?? "") + ", while other code beside it has one"
    return Finding(
      of: Self.rule, at: first, message: what, subject: first.command,
      notes: open.dropFirst().map { Evidence(place: $0.place, what: "\($0.command) too") }
        + (entry.map { [Evidence(place: $0.place, what: "the way begins here, without a handler on it")] } ?? []))
  }
}

extension FunctionNode {
  /// Whether a guard of this very function takes errors of servers by name.
  fileprivate func guardsLocally(_ operation: Operation) -> Bool {
    guard let region = region(of: operation.place) else { return false }
    return ancestry(of: region).contains { around in
      guard case .guarded(let number) = regions[around].kind else { return false }
      return handlers(of: number).contains { handler in
        handler.takes(.any, isTranslated: false) && handler.namesServer
      }
    }
  }
}
