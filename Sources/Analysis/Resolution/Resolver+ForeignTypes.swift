import InventoryModel

/// Declared types of libraries that no table knows.
///
/// A module that is imported by a name put together can be any of several: of what its `Client` makes, a declared
/// `memcachio.Client` says that it is none of the others.
extension Resolver {
  /// Notes that a node is declared to be of a type outside the project, if no table knows its module.
  mutating func noteForeignType(_ path: [String], of node: NodeID, scope: ScopeID, in file: LoweredFile) {
    guard file.facts.language == .python, let name = path.last, let symbol = typeSymbol(path[0], from: scope, in: file)
    else { return }
    let imports = file[symbol].definitions.compactMap { definition -> ImportID? in
      if case .imported(let id) = definition { id } else { nil }
    }
    guard imports.count == 1, let id = imports.first, file.target(id) == nil, file[id].level == 0,
      clients.client(of: file[id].module, language: .python) == nil
    else { return }
    foreignTypes[node] = name
  }

  /// Whether a node cannot hold a value: it is data, as `dataNodes` says, or declared to hold
  /// what another maker of the same name made.
  func isBarred(_ value: Value, from node: NodeID) -> Bool {
    guard value.kind == .handle else { return false }
    if dataNodes.contains(node) { return true }
    guard !foreignTypes.isEmpty, let name = foreignTypes[node],
      let origin = handles[Int(value.first)].origin, let (file, id) = expression(of: origin),
      case .call(let callee, _) = file[id].kind, case .member(let base, name) = file[callee].kind
    else { return false }
    // Of a module that is named in the source there is no doubt.
    guard case .name(_, let symbol?) = file[base].kind else { return true }
    return !file[symbol].definitions.contains { definition in
      if case .imported = definition { true } else { false }
    }
  }
}
