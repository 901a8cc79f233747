import InventoryModel

/// Functions that modules call for a value when they are imported, and that talk to a server then.
struct ImportCalls {
  let index: ReportIndex
  let talks: (Operation) -> Bool
  /// Whether a top level is that of a module, which others import.
  let isModule: (FunctionNode) -> Bool

  /// One finding for each function that is called so, at its first operation that nothing guards.
  func findings() -> [Finding] {
    var callers: [Int: [SourcePlace]] = [:]
    for node in index.functions where node.name == nil && node.context == .production && node.language == .python {
      guard isModule(node) else { continue }
      for step in node.steps {
        guard case .call(let call) = step.kind, !call.isDiscarded, isCertain(step.region, in: node) else { continue }
        // `Thread(target=listen)` hands `listen` over, and calls it later.
        for callee in call.callees where isNamed(callee, as: call) && !index.operations(of: callee).isEmpty {
          callers[callee, default: []].append(step.place)
        }
      }
    }
    return callers.sorted { $0.key < $1.key }.compactMap { finding(in: $0, from: $1) }
  }

  private func isNamed(_ function: Int, as call: CodeCall) -> Bool {
    index.functions[function].name?.split(separator: ".").last == call.name.split(separator: ".").last
  }

  private func finding(in number: Int, from places: [SourcePlace]) -> Finding? {
    let node = index.functions[number]
    guard node.context == .production, !node.isConstructor, node.decorators.isEmpty else { return nil }
    let first = index.operations(of: number).first { operation in
      talks(operation) && node.region(of: operation.place).map { isCertain($0, in: node) } == true
    }
    return first.map { first in
      Finding(
        of: RedisRequiredAtStart.rule, at: first,
        message: "importing the module fails when \(first.command) finds no server, and nothing handles that",
        notes: places.prefix(3).map { Evidence(place: $0, what: "called when this module is imported") })
    }
  }

  /// Whether it runs whenever the function does, with no guard around it.
  private func isCertain(_ region: Int, in node: FunctionNode) -> Bool {
    node.ancestry(of: region).allSatisfy { node.regions[$0].kind == .body || node.regions[$0].kind == .loop }
  }
}
