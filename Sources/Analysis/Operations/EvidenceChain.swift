import InventoryModel

/// The chain of places from where a client was made to where a command is called on it.
struct EvidenceChain {
  private let shared: SharedResolver
  // Lent: a getter would copy all its arrays.
  private var resolver: Resolver { _read { yield shared.resolver } }
  private static let limit = 12

  init(_ resolver: Resolver) { shared = SharedResolver(resolver) }

  /// Oldest first.
  func evidence(for call: CommandCall) -> [Evidence] {
    var steps: [Evidence] = []
    if let handle = call.handle {
      appendOrigin(of: handle, to: &steps, depth: 0)
      steps += path(of: call.receiver, handle: handle)
    }
    let position = call.file[call.expression].position
    steps.append(
      Evidence(
        place: SourcePlace(path: call.file.facts.path, position: position),
        what: call.name.isEmpty
          ? "called: \(call.libraryName) \(call.role)"
          : "\(call.name) of \(article(call.role)) of \(call.libraryName)"))
    return deduplicated(steps)
  }

  private func article(_ role: String) -> String {
    (role.utf8.first.map { "aeiou".utf8.contains($0) } == true ? "an " : "a ") + role
  }

  private func appendOrigin(of number: Int32, to steps: inout [Evidence], depth: Int) {
    let handle = resolver.handles[Int(number)]
    if depth < 4, let parent = handle.parents.first {
      appendOrigin(of: parent, to: &steps, depth: depth + 1)
    }
    guard let place = sourcePlace(handle.place) else { return }
    let isMade = handle.site == handle.origin || handle.parents.first != nil
    let what =
      isMade
      ? "\(name(at: handle.site) ?? handle.role) makes \(article(handle.role)) of \(handle.libraryName)"
      : "declared as \(article(handle.role)) of \(handle.libraryName)"
    steps.append(Evidence(place: place, what: what))
  }

  private func sourcePlace(_ place: Place) -> SourcePlace? {
    guard place.file >= 0 else { return nil }
    return SourcePlace(
      path: resolver.tree.paths[Int(place.file)], line: Int(place.line), column: Int(place.column))
  }

  /// The nodes that the handle came through, oldest first.
  private func path(of callee: NodeID, handle: Int32) -> [Evidence] {
    var steps: [Evidence] = []
    var seen: Set<NodeID> = []
    let value = Value(.handle, handle)
    var node = callee
    if let entry = resolver.graph.values(callee).first(where: {
      $0.value.kind == .clientMember && $0.value.first == handle
    }) {
      node = entry.from
    }
    while node >= 0, seen.insert(node).inserted, steps.count < EvidenceChain.limit {
      if let place = resolver.place(of: node).flatMap(sourcePlace), let name = name(at: node) {
        steps.append(Evidence(place: place, what: name))
      }
      guard let entry = resolver.graph.values(node).first(where: { $0.value == value }) else { break }
      node = entry.from
    }
    return steps.reversed()
  }

  private func name(at node: NodeID) -> String? {
    guard let (file, id) = resolver.expression(of: node) else { return nil }
    return name(of: id, in: file, depth: 0)
  }

  private func name(of id: ExpressionID, in file: LoweredFile, depth: Int) -> String? {
    guard depth < 4 else { return nil }
    switch file[id].kind {
    case .name(let name, _): return name
    case .receiver: return "self"
    case .member(let base, let name):
      return (self.name(of: base, in: file, depth: depth + 1) ?? "…") + "." + name
    case .call(let callee, _):
      return self.name(of: callee, in: file, depth: depth + 1).map { $0 + "(…)" }
    case .construct(let callee, _):
      return self.name(of: callee, in: file, depth: depth + 1).map { "new " + $0 }
    case .entered(let inner), .element(let inner), .unpacked(let inner, _), .cast(let inner, _):
      return self.name(of: inner, in: file, depth: depth + 1)
    case .either: return "one of several"
    case .index(let base, _):
      return self.name(of: base, in: file, depth: depth + 1).map { $0 + "[…]" }
    default: return nil
    }
  }

  private func deduplicated(_ steps: [Evidence]) -> [Evidence] {
    var kept: [Evidence] = []
    for step in steps.reversed() where !kept.contains(where: { $0.place == step.place }) { kept.append(step) }
    return kept.reversed()
  }
}
