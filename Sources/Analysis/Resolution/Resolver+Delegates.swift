import InventoryModel

/// Objects that hand on any member of a client: `commands[name] = (...all) => client[name](...all)`.
extension Resolver {
  /// Lets them stand for the client; whether there were new ones.
  mutating func delegateByName() -> Bool {
    let before = graph.valueCount
    for number in order {
      guard let file = files[number], file.facts.language.family == .javascript else { continue }
      for binding in file.bindings { delegate(binding, in: file) }
    }
    return graph.valueCount > before
  }

  private mutating func delegate(_ binding: Binding, in file: LoweredFile) {
    guard case .index(let owner, let key) = file[binding.target].kind, let value = binding.value,
      case .name(_, let symbol?) = file[key].kind
    else { return }
    for entry in graph.values(file.node(value)) where entry.value.kind == .function {
      for client in clients(handedOnBy: entry.value.first, as: symbol, in: file) { give(client, to: owner, in: file) }
    }
  }

  /// The clients of which a function calls the member that a variable names.
  private func clients(handedOnBy function: Int32, as name: SymbolID, in file: LoweredFile) -> [Value] {
    let record = functions[Int(function)]
    guard record.file == file.number else { return [] }
    return file[record.id].returns.flatMap { result -> [Value] in
      guard case .call(let callee, _) = file[result].kind,
        case .index(let base, let key) = file[callee].kind, case .name(_, name) = file[key].kind
      else { return [] }
      return graph.values(file.node(base)).map(\.value).filter { $0.kind == .handle }
    }
  }

  private func isVariable(_ symbol: SymbolID, in file: LoweredFile) -> Bool {
    file[symbol].definitions.allSatisfy { if case .variable = $0 { true } else { false } }
  }

  private mutating func give(_ client: Value, to owner: ExpressionID, in file: LoweredFile) {
    switch file[owner].kind {
    case .name(_, let symbol?) where isVariable(symbol, in: file):
      graph.add(client, to: file.node(symbol), from: -1)
    case .member(let base, let name):
      for entry in graph.values(file.node(base)) where entry.value.kind == .instance {
        graph.add(client, to: fieldNode(entry.value.first, names.number(name)), from: -1)
      }
    default:
      // Of `this[name]`, the client is as good as a base.
      for entry in graph.values(file.node(owner)) where entry.value.kind == .instance {
        graph.add(client, to: types[Int(entry.value.first)].hierarchy, from: -1)
      }
    }
  }
}
