package import InventoryModel

/// A constructor, or the top level of a module, that fails when no server answers.
package struct RedisRequiredAtStart: Check {
  package static let rule = "redis-required-at-start"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    let index = input.index
    let handlers = input.handlers
    let imports = ImportCalls(index: index, talks: talks) { isModule($0.place.path, index) }
    return imports.findings()
      + index.groups.compactMap { group in
        if let finding = initFinding(in: group) { return finding }
        guard let node = group.node, node.context == .production, isStart(node, index) else { return nil }
        let open = group.operations.filter { talks($0) && isAlwaysRun($0, in: node) && isOwn($0, node) }
          .filter { if case .unhandled = handlers.fate(at: $0) { true } else { false } }
        guard let first = open.first else { return nil }
        let place = node.isConstructor ? "the constructor" : "importing the module"
        return Finding(
          of: Self.rule, at: first,
          message: "\(place) fails when \(first.command) finds no server, and nothing handles that",
          notes: open.dropFirst().map { Evidence(place: $0.place, what: "so does \($0.command)") })
      }
  }

  /// Go's `init`, which runs before `main`, where the program ends itself: `log.Fatal(err)`.
  private func initFinding(in group: OperationGroup) -> Finding? {
    guard let node = group.node, node.language == .go, node.name == "init", node.context == .production else {
      return nil
    }
    for operation in group.operations where talks(operation) && isAlwaysRun(operation, in: node) {
      guard let end = node.end(onErrorOf: operation) else { continue }
      return Finding(
        of: Self.rule, at: operation,
        message: "importing the package ends the program when \(operation.command) finds no server",
        notes: [Evidence(place: end, what: "ends the program")])
    }
    return nil
  }

  /// Go constructors return their errors, and in JavaScript none can wait for an answer.
  private func isStart(_ node: FunctionNode, _ index: ReportIndex) -> Bool {
    switch node.language {
    case .python: node.isConstructor || node.name == nil && isModule(node.place.path, index)
    case .swift: node.isConstructor
    case .javascript, .typescript, .go, .lua: false
    }
  }

  /// A file with functions is there to be imported; one without is a program.
  private func isModule(_ path: String, _ index: ReportIndex) -> Bool {
    index.functions.contains { $0.name != nil && $0.place.path == path }
  }

  /// Whether the constructor connects by itself: who hands a client in has a server to talk to.
  private func isOwn(_ operation: Operation, _ node: FunctionNode) -> Bool {
    !node.isConstructor || operation.clients.contains { $0.path == node.place.path }
  }

  /// Whether it sends something at once: locks and pipelines are made without a word to the server.
  private func talks(_ operation: Operation) -> Bool {
    !operation.command.hasSuffix("*") && !operation.inPipeline && operation.command != "SCRIPT LOAD"
      && operation.confidence == .certain
  }

  /// Not in a closure, which runs later, nor, at the top level, under a condition such as `__name__ == "__main__"`.
  private func isAlwaysRun(_ operation: Operation, in node: FunctionNode) -> Bool {
    guard let region = node.region(of: operation.place) else { return false }
    return node.ancestry(of: region).allSatisfy { region in
      switch node.regions[region].kind {
      case .closure, .handler: false
      case .branch: node.name != nil
      case .body, .loop, .guarded: true
      }
    }
  }
}
