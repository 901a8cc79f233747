import InventoryModel

extension FactsRenderer {
  /// Deeper expressions than this are cut, so that a chain of any length can be written.
  private static var maximumDepth: Int { 80 }

  /// An expression like code; `isBrief` leaves out the arguments of calls inside it.
  func text(_ id: ExpressionID, isBrief: Bool = false) -> String {
    text(id, depth: 0, isBrief: isBrief)
  }

  private func text(_ id: ExpressionID, depth: Int, isBrief: Bool) -> String {
    guard facts.expressions.indices.contains(Int(id.index)) else { return "‹no expression \(id.index)›" }
    guard depth < FactsRenderer.maximumDepth else { return "…" }
    func inner(_ id: ExpressionID) -> String { text(id, depth: depth + 1, isBrief: isBrief) }
    func list(_ ids: [ExpressionID]) -> String { ids.map(inner).joined(separator: ", ") }
    func call(_ callee: ExpressionID, _ arguments: [Argument]) -> String {
      let isCut = isBrief && depth > 0 && !arguments.isEmpty
      return "\(inner(callee))(\(isCut ? "…" : arguments.map { argument($0, inner) }.joined(separator: ", ")))"
    }
    return switch facts[id].kind {
    case .name(let name, let symbol): symbol.map { label($0) } ?? "?\(name)"
    case .receiver: "‹self›"
    case .base: "‹super›"
    case .member(let base, let name): "\(inner(base)).\(name)"
    case .implicitMember(let name): ".\(name)"
    case .call(let callee, let arguments): call(callee, arguments)
    case .construct(let callee, let arguments): "new \(call(callee, arguments))"
    case .string(let template): string(template, inner)
    case .number(let number): self.number(number)
    case .boolean(let value): "\(value)"
    case .null: "null"
    case .list(let elements): "[\(list(elements))]"
    case .map(let entries): "{\(entries.map { entry($0, inner) }.joined(separator: ", "))}"
    case .index(let base, let index): "\(inner(base))[\(inner(index))]"
    case .either(let choices): "(\(choices.map(inner).joined(separator: " | ")))"
    case .binary(let sign, let left, let right): "(\(inner(left)) \(text(sign)) \(inner(right)))"
    case .function(let id): "closure@\(text(facts[id].position))"
    case .type(let id): "type@\(text(facts[id].position))"
    case .typeValue(let type): "type(\(text(type)))"
    case .cast(let value, let type): "(\(inner(value)) as \(text(type)))"
    case .module(let id): "module(\(text(facts[id])))"
    case .element(let value): "element(\(inner(value)))"
    case .unpacked(let value, let place): "unpacked(\(inner(value)), \(place))"
    case .entered(let value): "entered(\(inner(value)))"
    case .spread(let value): "...\(inner(value))"
    case .other(let operands): "other(\(list(operands)))"
    }
  }

  private func argument(_ argument: Argument, _ inner: (ExpressionID) -> String) -> String {
    let sign =
      switch argument.spread {
      case .none: ""
      case .list: "*"
      case .map: "**"
      }
    return (argument.label.map { "\($0): " } ?? "") + sign + inner(argument.value)
  }

  private func entry(_ entry: MapEntry, _ inner: (ExpressionID) -> String) -> String {
    guard let key = entry.key else { return "...\(inner(entry.value))" }
    return "\(inner(key)): \(inner(entry.value))"
  }

  private func string(_ template: StringTemplate, _ inner: (ExpressionID) -> String) -> String {
    var showsPlaces = template.parts.count > 1
    if case .literal(let text, _) = template.parts.first, text.contains(where: \.isNewline) { showsPlaces = true }
    let parts = template.parts.map { part in
      switch part {
      case .literal(let text, let position):
        (showsPlaces ? "⟨\(self.text(position))⟩" : "") + escaped(text)
      case .hole(let value): "{\(inner(value))}"
      }
    }
    return "\"\(parts.joined())\""
  }

  private func number(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? "\(number)"
  }

  private func text(_ sign: BinaryOperator) -> String {
    switch sign {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .remainder: "%"
    case .concatenate: ".."
    }
  }
}
