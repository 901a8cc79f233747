import InventoryModel

/// Writes the scopes as an indented tree: names declared, then bindings, unused calls, other expressions that are
/// part of nothing, and inner scopes, in source order.
struct ScopeRenderer {
  private let renderer: FactsRenderer
  private var entries: [ScopeID: [Entry]] = [:]
  private var symbols: [ScopeID: [SymbolID]] = [:]

  private struct Entry {
    let position: SourcePosition
    let order: Int
    let content: Content
  }

  private enum Content {
    case line(String)
    case scope(ScopeID)
  }

  init(_ renderer: FactsRenderer) {
    self.renderer = renderer
    let facts = renderer.facts
    for (index, symbol) in facts.symbols.enumerated() { symbols[symbol.scope, default: []].append(SymbolID(index)) }
    for (index, scope) in facts.scopes.enumerated() {
      if let parent = scope.parent { add(.scope(ScopeID(index)), at: scope.position, in: parent) }
    }
    for binding in facts.bindings {
      let annotation = binding.annotation.map { ": \(renderer.text($0))" } ?? ""
      let value = binding.value.map { " = \(renderer.text($0))" } ?? ""
      add(
        .line("\(renderer.text(binding.target))\(annotation)\(value)"), at: facts[binding.target].position,
        in: binding.scope)
    }
    for call in facts.discarded { add("call \(renderer.text(call))", at: call) }
    for name in facts.nilChecks { add("nil check \(renderer.text(name))", at: name) }
    for id in facts.unusedExpressions { add("value \(renderer.text(id))", at: id) }
  }

  private mutating func add(_ line: String, at id: ExpressionID) {
    let expression = renderer.facts[id]
    add(.line(line), at: expression.position, in: expression.scope)
  }

  private mutating func add(_ content: Content, at position: SourcePosition, in scope: ScopeID) {
    let known = entries[scope]?.count ?? 0
    entries[scope, default: []].append(Entry(position: position, order: known, content: content))
  }

  /// The tree, without recursion.
  var lines: [String] {
    var lines: [String] = []
    var waiting: [(indent: Int, entry: Entry)] = [
      (0, Entry(position: renderer.facts[ScopeID.file].position, order: 0, content: .scope(.file)))
    ]
    while let (indent, entry) = waiting.popLast() {
      let margin = String(repeating: "  ", count: indent) + renderer.text(entry.position) + " "
      switch entry.content {
      case .line(let text): lines.append(margin + text)
      case .scope(let id):
        lines.append(margin + heading(id))
        let inner = (entries[id] ?? []).sorted { ($0.position, $0.order) < ($1.position, $1.order) }
        waiting += inner.reversed().map { (indent + 1, $0) }
      }
    }
    return lines
  }

  private func heading(_ id: ScopeID) -> String {
    let names = (symbols[id] ?? []).map { symbol in
      let definitions = renderer.facts[symbol].definitions.map { word($0) }.joined(separator: "+")
      return "\(renderer.label(symbol)) (\(definitions))"
    }
    let declared = names.isEmpty ? "" : " declares \(names.joined(separator: ", "))"
    return "scope \(word(renderer.facts[id].kind))\(declared)"
  }

  private func word(_ kind: Scope.Kind) -> String {
    switch kind {
    case .file: return "file"
    case .type(let id): return "type \(renderer.facts[id].name)"
    case .function(let id):
      let name = renderer.facts[id].name
      return "function \(name.isEmpty ? "(closure)" : name)"
    case .block: return "block"
    case .loop: return "loop"
    case .branch: return "branch"
    case .guarded(let id): return "guarded by guard#\(id.index)"
    case .handler(let id): return "handler of guard#\(id.index)"
    }
  }

  private func word(_ definition: Symbol.Definition) -> String {
    switch definition {
    case .variable: "variable"
    case .parameter(_, let place): "parameter \(place)"
    case .receiver: "receiver"
    case .function(let id): "function@\(renderer.text(renderer.facts[id].position))"
    case .type(let id): "type@\(renderer.text(renderer.facts[id].position))"
    case .imported(let id): "import \(renderer.text(renderer.facts[id]))"
    }
  }
}
