import InventoryModel
import Knowledge

/// Keys that a server listed: what `KEYS` and `SCAN` give is of the pattern's form.
extension Evaluator {
  /// The forms of the keys that an expression lists; nil where it lists none or the pattern is not written.
  mutating func listedKeys(by id: ExpressionID, in file: LoweredFile, depth: Int = 0) -> [Template]? {
    guard depth < 6 else { return nil }
    switch file[id].kind {
    case .name:
      guard let value = file.onlyValue(of: id) else { return nil }
      return listedKeys(by: value, in: file, depth: depth + 1)
    case .cast(let operand, _), .spread(let operand): return listedKeys(by: operand, in: file, depth: depth + 1)
    case .unpacked(let base, let index) where index == 1 || index == 0 && file.facts.language == .go:
      return listedKeys(by: base, in: file, depth: depth + 1)
    case .element(let base) where file.facts.language == .go:
      return listedKeys(by: base, in: file, depth: depth + 1)
    case .call(let callee, let arguments):
      if arguments.count == 1, isCollection(callee, in: file) {
        return listedKeys(by: arguments[0].value, in: file, depth: depth + 1)
      }
      if let forms = pattern(of: callee, arguments, in: file) { return forms.map(\.withoutWildcards) }
      // What the reply of a command is read by.
      guard file.facts.language == .go, case .member(let command, _) = file[callee].kind else { return nil }
      return listedKeys(by: command, in: file, depth: depth + 1)
    default: return nil
    }
  }

  /// The pattern that a call of a client's `keys` or `scan` is given.
  private mutating func pattern(
    of callee: ExpressionID, _ arguments: [Argument], in file: LoweredFile
  ) -> [Template]? {
    let call = CallContext(
      file: file.number, result: -1,
      arguments: arguments.map { ArgumentNode(label: $0.label, node: file.node($0.value), spread: $0.spread) },
      isConstruction: false, expression: nil)
    for entry in resolver.graph.values(file.node(callee)) where entry.value.kind == .clientMember {
      let handle = resolver.handles[Int(entry.value.first)]
      guard
        let method = resolver.clients.method(
          resolver.names[entry.value.second], labels: call.arguments.map(\.label), library: handle.library,
          role: handle.role), case .fixed(let command)? = method.command, command == "KEYS" || command == "SCAN"
      else { continue }
      let leading = resolver.leadingArguments(of: method, handle: handle, call: call)
      let selected = method.keys?.selectors.compactMap { resolver.argument($0, of: call, leading: leading) }.first
      let labelled = call.arguments.first { ["match", "matching", "pattern"].contains($0.label) }?.node
      let first = command == "KEYS" && call.arguments.count > leading ? call.arguments[leading].node : nil
      guard let node = selected ?? labelled ?? first else { continue }
      return texts(of: node, in: nil, asPart: false)
    }
    return nil
  }
}
