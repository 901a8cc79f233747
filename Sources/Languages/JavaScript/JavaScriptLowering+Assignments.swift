import FrontEnd
import InventoryModel
import TreeSitter

extension JavaScriptLowering {
  /// `target = value`, whose own value is the value.
  mutating func assignment(_ node: SyntaxNode) -> ExpressionID {
    guard let left = node.child(field: grammar.left), let right = node.child(field: grammar.right) else {
      return other(node)
    }
    switch kind(left) {
    case .arrayPattern, .objectPattern, .array, .object, .parenthesized:
      let value = expression(right)
      bind(left, to: value, in: nil)
      return value
    default:
      let target = expression(left)
      let value = named(right, lastName(of: target))
      guard isPlace(target) else { return value }
      builder.bind(target, to: value)
      noteExport(target, value)
      noteAttachment(target, value)
      if case .name(let name, _) = builder.facts[target].kind { notePrototype(name, value) }
      return value
    }
  }

  /// `target += value`, `target ??= value`
  mutating func augmentedAssignment(_ node: SyntaxNode) -> ExpressionID {
    guard let left = node.child(field: grammar.left), let right = node.child(field: grammar.right) else {
      return other(node)
    }
    let target = expression(left)
    let value = named(right, lastName(of: target))
    let sign = node.child(field: grammar.operator)?.text ?? ""
    let place = builder.facts[target].position
    guard isPlace(target) else { return value }
    switch sign {
    case "||=", "??=", "&&=":
      builder.bind(target, to: value)
      return builder.add(.either(sign == "&&=" ? [value] : [target, value]), at: place)
    default:
      let kind: Expression.Kind = binaryOperator(sign).map { .binary($0, target, value) } ?? .other([target, value])
      let result = builder.add(kind, at: place)
      builder.bind(target, to: result)
      return result
    }
  }

  private func lastName(of target: ExpressionID) -> String? {
    switch builder.facts[target].kind {
    case .name(let name, _), .member(_, let name): name
    default: nil
    }
  }

  /// The dotted path that an expression is: `a.b.c`.
  func path(of id: ExpressionID) -> [String]? {
    var path: [String] = []
    var current = id
    while case .member(let base, let name) = builder.facts[current].kind {
      path.append(name)
      current = base
    }
    guard case .name(let root, _) = builder.facts[current].kind else { return nil }
    path.append(root)
    return path.reversed()
  }
}
