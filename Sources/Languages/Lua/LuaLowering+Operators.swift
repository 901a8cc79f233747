import FrontEnd
import InventoryModel
import TreeSitter

extension LuaLowering {
  /// A chain of more operators than this is only a collection of its operands.
  private static let maximumChain = 400

  /// A chain of operators is taken apart without recursion, so that a long one is lowered whole.
  mutating func binary(_ node: SyntaxNode) -> ExpressionID {
    guard let sign = sign(of: node) else { return loose(node) }
    return LuaSign.growsRight.contains(sign) ? rightChain(node, sign) : leftChain(node)
  }

  /// `((a - b) - c) or d`
  private mutating func leftChain(_ node: SyntaxNode) -> ExpressionID {
    var pending: [(LuaSign, SyntaxNode)] = []
    var current = node
    while kinds[current] == .binary, let sign = sign(of: current), !LuaSign.growsRight.contains(sign) {
      let parts = parts(current)
      pending.append((sign, parts[1]))
      current = parts[0]
    }
    var value = expression(current)
    guard pending.count <= LuaLowering.maximumChain else {
      return add(.other([value] + pending.reversed().map { expression($0.1) }), at: node)
    }
    for (sign, right) in pending.reversed() { value = join(value, sign, expression(right), at: node) }
    return value
  }

  /// `a .. (b .. c)`
  private mutating func rightChain(_ node: SyntaxNode, _ sign: LuaSign) -> ExpressionID {
    var operands: [ExpressionID] = []
    var current = node
    while kinds[current] == .binary, self.sign(of: current) == sign {
      let parts = parts(current)
      operands.append(expression(parts[0]))
      current = parts[1]
    }
    var value = expression(current)
    guard operands.count <= LuaLowering.maximumChain else { return add(.other(operands + [value]), at: node) }
    for left in operands.reversed() { value = join(left, sign, value, at: node) }
    return value
  }

  private mutating func join(
    _ left: ExpressionID, _ sign: LuaSign, _ right: ExpressionID, at node: SyntaxNode
  ) -> ExpressionID {
    let place = builder.facts[left].position
    switch sign {
    case .or: return builder.add(.either([left, right]), at: place)
    case .and: return builder.add(.either([right]), at: place)
    case .arithmetic(let sign): return builder.add(.binary(sign, left, right), at: place)
    case .other, .power: return builder.add(.other([left, right]), at: place)
    }
  }

  /// The operator, when both of its operands are there.
  private func sign(of node: SyntaxNode) -> LuaSign? {
    let parts = parts(node)
    guard parts.count == 2, !parts.contains(where: \.isError), let token = node.children.first(where: { !$0.isNamed })
    else { return nil }
    return LuaSign(token)
  }

  mutating func unary(_ node: SyntaxNode) -> ExpressionID {
    guard let operand = parts(node).first, node.firstChild?.textEquals("-") == true, kinds[operand] == .number,
      let number = LuaText.number(operand.text)
    else { return loose(node) }
    return add(.number(-number), at: node)
  }

  private mutating func loose(_ node: SyntaxNode) -> ExpressionID {
    let values = partsInErrors(node).map { expression($0) }
    return add(.other(values), at: node)
  }
}

/// What an operator of two operands does with values.
enum LuaSign: Hashable {
  case or, and, power, other
  case arithmetic(BinaryOperator)

  /// Operators whose right operand is taken together first.
  static let growsRight: Set<LuaSign> = [.power, .arithmetic(.concatenate)]

  init(_ token: SyntaxNode) {
    self =
      switch token.text {
      case "or": .or
      case "and": .and
      case "^": .power
      case "..": .arithmetic(.concatenate)
      case "+": .arithmetic(.add)
      case "-": .arithmetic(.subtract)
      case "*": .arithmetic(.multiply)
      case "/": .arithmetic(.divide)
      case "%": .arithmetic(.remainder)
      default: .other
      }
  }
}
