import InventoryModel

/// Expressions in the words of the source.
struct ExpressionNames {
  let resolver: Resolver

  /// `self.store.save` for a name or a chain of members; `…` stands for what is no name.
  func name(of id: ExpressionID, in file: LoweredFile, depth: Int = 0) -> String? {
    guard depth < 8 else { return nil }
    func inner(_ id: ExpressionID) -> String? { name(of: id, in: file, depth: depth + 1) }
    switch file[id].kind {
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
    case .module(let id): return file[id].module
    default: return nil
    }
  }

  /// The text of a string literal with `{}` for what is put in, a number, a truth value, null.
  func constant(_ id: ExpressionID, in file: LoweredFile) -> String? {
    switch file[id].kind {
    case .string(let template):
      template.parts.map { part in
        if case .literal(let text, _) = part { text } else { "{}" }
      }.joined()
    case .number(let value): value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    case .boolean(let value): value ? "true" : "false"
    case .null: "null"
    default: nil
    }
  }

  /// An expression as somebody would write it: `self._logs_key(build_id)`, `views/{page}`.
  func written(_ id: ExpressionID, in file: LoweredFile, depth: Int = 0) -> String {
    guard depth < 6 else { return "…" }
    func inner(_ id: ExpressionID) -> String { written(id, in: file, depth: depth + 1) }
    switch file[id].kind {
    case .string(let template):
      return template.parts.map { part in
        switch part {
        case .literal(let text, _): text
        case .hole(let hole): "{" + inner(hole) + "}"
        }
      }.joined()
    case .call(let callee, let arguments), .construct(let callee, let arguments):
      return inner(callee) + "(" + arguments.map { inner($0.value) }.joined(separator: ", ") + ")"
    case .member(let base, let name): return inner(base) + "." + name
    case .index(let base, let key):
      // Facts of Lua count from 0, its source from 1.
      if file.facts.language == .lua, case .number(let number) = file[key].kind, let index = Int(exactly: number) {
        return "\(inner(base))[\(index + 1)]"
      }
      return inner(base) + "[" + inner(key) + "]"
    case .cast(let operand, _), .spread(let operand), .entered(let operand), .element(let operand),
      .unpacked(let operand, _):
      return inner(operand)
    case .binary(let sign, let left, let right):
      return inner(left) + ExpressionNames.signs[sign, default: " … "] + inner(right)
    case .either(let options):
      let telling = options.filter { if case .null = file[$0].kind { false } else { true } }
      return telling.map(inner).joined(separator: " or ")
    case .list(let elements): return "[" + elements.map(inner).joined(separator: ", ") + "]"
    default: return name(of: id, in: file) ?? constant(id, in: file) ?? "…"
    }
  }

  private static let signs: [BinaryOperator: String] = [
    .add: " + ", .subtract: " - ", .multiply: " * ", .divide: " / ", .remainder: " % ", .concatenate: " .. ",
  ]
}
