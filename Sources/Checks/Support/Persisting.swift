import InventoryModel

/// A thing that happens when a function runs, calls into functions with operations followed.
struct Event {
  enum Kind {
    case operation(Operation)
    /// Data is written to a store that is none of these servers.
    case persists(CodeCall)
  }

  let kind: Kind
  /// Where it happens.
  let place: SourcePlace
  /// Where the step of the outermost function stands that leads there.
  let step: SourcePlace
  /// The regions of the outermost function around it.
  let regions: [Int]
  /// Whether it happens whenever the outermost step runs.
  let isCertain: Bool
}

extension ReportIndex {
  /// What happens in a function, in the order of the source.
  func events(of number: Int) -> [Event] {
    functions[number].steps.flatMap { step in
      events(at: step, in: number, depth: 0, seen: [number]).map {
        Event(
          kind: $0.kind, place: $0.place, step: step.place, regions: functions[number].ancestry(of: step.region),
          isCertain: $0.isCertain)
      }
    }
  }

  private func events(at step: CodeStep, in number: Int, depth: Int, seen: Set<Int>) -> [Event] {
    switch step.kind {
    case .operation:
      return operations(of: number).filter { $0.place == step.place }.map {
        Event(kind: .operation($0), place: $0.place, step: step.place, regions: [], isCertain: true)
      }
    case .call(let call):
      let inner = call.callees.filter { !seen.contains($0) && depth < 3 && holdsOperations($0) }
      guard !inner.isEmpty else {
        return call.persists
          ? [Event(kind: .persists(call), place: step.place, step: step.place, regions: [], isCertain: true)] : []
      }
      return inner.flatMap { callee in
        functions[callee].steps.flatMap { innerStep in
          events(at: innerStep, in: callee, depth: depth + 1, seen: seen.union([callee])).map {
            Event(
              kind: $0.kind, place: $0.place, step: step.place, regions: [],
              isCertain: $0.isCertain && isCertain(innerStep, in: functions[callee]))
          }
        }
      }
    }
  }

  private func holdsOperations(_ number: Int) -> Bool {
    !operations(of: number).isEmpty
      || functions[number].steps.contains { step in
        guard case .call(let call) = step.kind else { return false }
        return call.persists || call.callees.contains { !operations(of: $0).isEmpty }
      }
  }

  private func isCertain(_ step: CodeStep, in node: FunctionNode) -> Bool {
    node.ancestry(of: step.region).allSatisfy { region in
      switch node.regions[region].kind {
      case .body, .guarded, .loop: true
      case .branch, .closure, .handler: false
      }
    }
  }
}

extension CodeCall {
  /// Whether its name says that it writes to a database or a store.
  var persists: Bool {
    let last = name.utf8.split(separator: UInt8(ascii: ".")).last ?? name.utf8[...]
    // Most calls are told by their first letter.
    guard let initial = last.first(where: { $0 != UInt8(ascii: "_") }), Self.initials.contains(initial | 0x20) else {
      return false
    }
    let words = Words.of(String(Substring(last)))
    guard let first = words.first, !words.contains("log"), !words.contains("stdout") else { return false }
    return Self.persisting.contains(first)
      || words.contains("database") && Self.moving.contains(first)
  }

  private static let persisting: Set<String> = [
    "save", "insert", "upsert", "persist", "commit", "bulk", "executemany", "store",
  ]
  private static let moving: Set<String> = ["flush", "write", "send", "push"]
  private static let initials = Set(persisting.union(moving).compactMap(\.utf8.first))
}
