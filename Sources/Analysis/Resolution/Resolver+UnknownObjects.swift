import InventoryModel

/// Objects of which nothing is known but that a client is kept in: `local = threading.local(); local.client = …`.
extension Resolver {
  /// Gives them a place for what is stored in them; whether there were new ones.
  mutating func adoptUnknownObjects() -> Bool {
    let before = graph.valueCount
    for record in bindings {
      guard let file = files[record.file] else { continue }
      let binding = file.bindings[Int(record.index)]
      guard case .member(let base, _) = file[binding.target].kind, let value = binding.value,
        graph.values(file.node(value)).contains(where: { $0.value.kind == .handle })
      else { continue }
      adopt(base, in: file, depth: 0)
    }
    return graph.valueCount > before
  }

  private mutating func adopt(_ id: ExpressionID, in file: LoweredFile, depth: Int) {
    guard depth < 4, holdsNothing(file.node(id)) else { return }
    switch file[id].kind {
    case .name(_, let symbol?):
      let isVariable = file[symbol].definitions.allSatisfy { definition in
        switch definition {
        case .variable, .imported: true
        default: false
        }
      }
      if isVariable { adopt(at: file.node(symbol)) }
    case .name(let name, nil): adoptGlobal(name, language: file.facts.language.family)
    case .member(let base, let name):
      adopt(base, in: file, depth: depth + 1)
      for entry in graph.values(file.node(base)) {
        switch entry.value.kind {
        case .container: adopt(at: fieldNode(-1 - entry.value.first, names.number(name)))
        case .instance: adopt(at: fieldNode(entry.value.first, names.number(name)))
        default: continue
        }
      }
    default: break
    }
  }

  /// Whether no member can be stored in what a node stands for.
  private func holdsNothing(_ node: NodeID) -> Bool {
    graph.values(node).allSatisfy { $0.value.kind == .external }
  }

  private mutating func adopt(at node: NodeID) {
    guard holdsNothing(node) else { return }
    graph.add(Value(.container, container(at: node)), to: node, from: -1)
  }

  /// A name that no file declares is one object everywhere: `globalThis`.
  private mutating func adoptGlobal(_ name: String, language: Language) {
    let shared = packageNode(Resolver.globalScope, name)
    adopt(at: shared)
    for number in order {
      guard let file = files[number], file.facts.language.family == language else { continue }
      for (index, expression) in file.expressions.enumerated() {
        guard case .name(name, nil) = expression.kind else { continue }
        let node = file.node(ExpressionID(index))
        for entry in graph.values(shared) { graph.add(entry.value, to: node, from: shared) }
      }
    }
  }

  /// No folder's number.
  private static let globalScope: Int32 = -3
}
