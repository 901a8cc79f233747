import InventoryModel

/// Expressions in the words of the source.
struct ExpressionNames {
  let resolver: Resolver

  /// `self.store.save` for a name or a chain of members; `…` stands for what is no name.
  func name(of id: ExpressionID, in file: LoweredFile, depth: Int = 0) -> String? {
    guard depth < 8 else { return nil }
    func inner(_ id: ExpressionID) -> String? { name(of: id, in: file, depth: depth + 1) }
    switch file.facts[id].kind {
    case .name(let name, _): return name
    case .receiver: return "self"
    case .base: return "super"
    case .member(let base, let name): return (inner(base) ?? "…") + "." + name
    case .implicitMember(let name): return "." + name
    case .call(let callee, _): return inner(callee).map { $0 + "(…)" }
    case .construct(let callee, _): return inner(callee)
    case .entered(let operand), .element(let operand), .unpacked(let operand, _), .cast(let operand, _):
      return inner(operand)
    case .index(let base, _): return inner(base).map { $0 + "[…]" }
    case .module(let id): return file.facts[id].module
    default: return nil
    }
  }

  /// The text of a string literal, with `{}` for what is put in.
  func text(of id: ExpressionID, in file: LoweredFile) -> String? {
    guard case .string(let template) = file.facts[id].kind else { return nil }
    return template.parts.map { part in
      if case .literal(let text, _) = part { text } else { "{}" }
    }.joined()
  }
}
