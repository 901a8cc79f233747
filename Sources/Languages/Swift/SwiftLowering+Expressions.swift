import FrontEnd
import InventoryModel
import TreeSitter

extension SwiftLowering {
  /// Lowers an expression; what is nested too deep stands for nothing.
  @discardableResult
  mutating func lowerExpression(_ node: SyntaxNode) -> ExpressionID {
    nested { $0.lowerNestedExpression(node) } ?? builder.add(.other([]), at: position(node))
  }

  private mutating func lowerNestedExpression(_ node: SyntaxNode) -> ExpressionID {
    switch kinds[node] {
    case .simpleIdentifier: lowerName(node)
    case .selfExpression: builder.add(.receiver, at: position(node))
    case .superExpression: builder.add(.base, at: position(node))
    case .navigationExpression: lowerNavigation(node)
    case .keyPathExpression: lowerOperands(node)
    case .callExpression: lowerCall(node)
    case .constructorExpression: lowerConstructor(node)
    case .macroInvocation: lowerMacro(node)
    case .lambdaLiteral: lowerClosure(node)
    case .awaitExpression, .postfixExpression, .directlyAssignableExpression: lowerWrapped(node)
    case .tryExpression: lowerTry(node)
    case .prefixExpression: lowerPrefix(node)
    case .asExpression: lowerCast(node)
    case .ternaryExpression: lowerTernary(node)
    case .nilCoalescingExpression: lowerCoalescing(node)
    case .additiveExpression, .multiplicativeExpression: lowerArithmetic(node)
    case .tupleExpression: lowerTuple(node)
    case .arrayLiteral: lowerElements(node)
    case .dictionaryLiteral: lowerDictionary(node)
    case .lineStringLiteral, .multiLineStringLiteral, .rawStringLiteral: lowerString(node)
    case .integerLiteral, .hexLiteral, .octLiteral, .binLiteral, .realLiteral: lowerNumber(node)
    case .booleanLiteral: builder.add(.boolean(node.textEquals("true")), at: position(node))
    case .nilToken: builder.add(.null, at: position(node))
    case .ifStatement:
      lowerIf(node, valueIsUsed: true) ?? builder.add(.other([]), at: position(node))
    case .switchStatement:
      lowerSwitch(node, valueIsUsed: true) ?? builder.add(.other([]), at: position(node))
    default: lowerOperands(node)
    }
  }

  private mutating func lowerName(_ node: SyntaxNode) -> ExpressionID {
    let name = identifierText(node)
    if name.hasPrefix("$"), let number = Int(name.dropFirst()), number < 16, let last = numberedParameters.last {
      numberedParameters[numberedParameters.endIndex - 1] = max(last, number)
    }
    return builder.add(.name(name, nil), at: position(node))
  }

  /// Keeps the operands of what the common words do not know.
  private mutating func lowerOperands(_ node: SyntaxNode) -> ExpressionID {
    let scope = builder.currentScope
    var operands: [ExpressionID] = []
    for part in parts(node) where !isType(part) && !isSign(part) {
      if let value = lowerStatement(part, valueIsUsed: true) { operands.append(value) }
    }
    leaveScopes(to: scope)
    return builder.add(.other(operands), at: position(node))
  }

  private func isSign(_ node: SyntaxNode) -> Bool {
    switch kinds[node] {
    case .bang, .typeIdentifier, .identifier: true
    default: false
    }
  }

  /// Syntax that stands for its operand: `await x`, `x!`.
  private mutating func lowerWrapped(_ node: SyntaxNode) -> ExpressionID {
    let operation = child(node, fields.operation)
    let operand = child(node, fields.expr) ?? child(node, fields.target) ?? parts(node).first
    guard let operand, operation.map({ kinds[$0] == .bang }) ?? true else { return lowerOperands(node) }
    return lowerExpression(operand)
  }

  /// `try x` is its operand; `try? x` guards it with a handler that does nothing.
  private mutating func lowerTry(_ node: SyntaxNode) -> ExpressionID {
    guard let operand = child(node, fields.expr) else { return lowerOperands(node) }
    guard let keyword = child(node, .tryOperator), keyword.textEquals("try?") else { return lowerExpression(operand) }
    let id = builder.reserveGuard(at: position(node))
    builder.addHandler(Guard.Handler(catches: [], position: position(node), rethrows: false), to: id)
    return scoped(.guarded(id), at: node) { $0.lowerExpression(operand) }
  }

  private mutating func lowerPrefix(_ node: SyntaxNode) -> ExpressionID {
    guard let operation = child(node, fields.operation), let target = child(node, fields.target) else {
      return lowerOperands(node)
    }
    switch kinds[operation] {
    case .dotToken: return lowerImplicitMember(target, of: typesOfImplicitMembers.removeValue(forKey: node.order))
    case .ampersandToken: return lowerExpression(target)
    case .minusToken:
      let operand = lowerExpression(target)
      guard case .number(let value) = builder.facts[operand].kind else {
        return builder.add(.other([operand]), at: position(node))
      }
      return builder.add(.number(-value), at: position(node))
    default: return lowerOperands(node)
    }
  }

  /// `.name`; with its type known it is `Type.name`, and `.init` is the type.
  private mutating func lowerImplicitMember(_ name: SyntaxNode, of type: TypeReference?) -> ExpressionID {
    let place = position(name)
    guard case .named(let path, _)? = type, let head = path.first else {
      return builder.add(.implicitMember(identifierText(name)), at: place)
    }
    var base = builder.add(.name(head, nil), at: place)
    for component in path.dropFirst() { base = builder.add(.member(base, component), at: place) }
    return name.textEquals("init") ? base : builder.add(.member(base, identifierText(name)), at: place)
  }

  /// Lowers a value beside which its type is written.
  mutating func lowerExpression(_ node: SyntaxNode, of type: TypeReference?) -> ExpressionID {
    noteType(type, ofImplicitMemberIn: node)
    return lowerExpression(node)
  }

  /// The implicit member that an expression begins with.
  private func implicitMember(beginning node: SyntaxNode) -> SyntaxNode? {
    var current = node
    for _ in 0..<64 {
      switch kinds[current] {
      case .prefixExpression:
        let operation = child(current, fields.operation)
        return operation.map { kinds[$0] == .dotToken } == true ? current : nil
      case .callExpression, .navigationExpression, .tryExpression, .awaitExpression, .postfixExpression:
        guard let next = parts(current).first(where: { kinds[$0] != .tryOperator }) else { return nil }
        current = next
      default: return nil
      }
    }
    return nil
  }

  /// Notes the type of the implicit member that an expression begins with, for when that is lowered.
  mutating func noteType(_ type: TypeReference?, ofImplicitMemberIn node: SyntaxNode) {
    guard let type, let member = implicitMember(beginning: node) else { return }
    typesOfImplicitMembers[member.order] = type
  }

  private mutating func lowerCast(_ node: SyntaxNode) -> ExpressionID {
    guard let operand = child(node, fields.expr), let type = typeChild(node) else { return lowerOperands(node) }
    let value = lowerExpression(operand)
    return builder.add(.cast(value, type), at: position(node))
  }

  private mutating func lowerTernary(_ node: SyntaxNode) -> ExpressionID {
    if let condition = child(node, fields.condition) { lowerExpression(condition) }
    return lowerEither(node, [fields.ifTrue, fields.ifFalse])
  }

  private mutating func lowerCoalescing(_ node: SyntaxNode) -> ExpressionID {
    lowerEither(node, [fields.value, fields.ifNil])
  }

  private mutating func lowerEither(_ node: SyntaxNode, _ alternatives: [UInt16]) -> ExpressionID {
    let values = alternatives.compactMap { child(node, $0) }.map { lowerExpression($0) }
    return builder.add(.either(values), at: position(node))
  }

  private mutating func lowerArithmetic(_ node: SyntaxNode) -> ExpressionID {
    guard let left = child(node, fields.lhs), let right = child(node, fields.rhs) else { return lowerOperands(node) }
    let leftValue = lowerExpression(left)
    let rightValue = lowerExpression(right)
    let operation: BinaryOperator? = child(node, fields.op).flatMap { token in
      switch kinds[token] {
      case .plusToken: .add
      case .minusToken: .subtract
      case .starToken: .multiply
      case .slashToken: .divide
      case .percentToken: .remainder
      default: nil
      }
    }
    guard let operation else { return builder.add(.other([leftValue, rightValue]), at: position(node)) }
    return builder.add(.binary(operation, leftValue, rightValue), at: position(node))
  }

  /// A tuple is a list; parentheses around one value stand for it.
  private mutating func lowerTuple(_ node: SyntaxNode) -> ExpressionID {
    let values = node.children.filter { $0.fieldID == fields.value || $0.isError }.map { lowerExpression($0) }
    return values.count == 1 ? values[0] : builder.add(.list(values), at: position(node))
  }

  private mutating func lowerElements(_ node: SyntaxNode) -> ExpressionID {
    let values = node.children.filter { $0.fieldID == fields.element || $0.isError }.map { lowerExpression($0) }
    return builder.add(.list(values), at: position(node))
  }

  private mutating func lowerDictionary(_ node: SyntaxNode) -> ExpressionID {
    var entries: [MapEntry] = []
    var key: ExpressionID?
    for part in node.children {
      if part.fieldID == fields.key {
        key = lowerExpression(part)
      } else if part.fieldID == fields.value {
        let value = lowerExpression(part)
        if let key { entries.append(MapEntry(key: key, value: value)) }
        key = nil
      } else if part.isError {
        lowerStatement(part)
      }
    }
    return builder.add(.map(entries), at: position(node))
  }

  private mutating func lowerNumber(_ node: SyntaxNode) -> ExpressionID {
    let digits = node.text.filter { $0 != "_" }
    let value: Double? =
      switch kinds[node] {
      case .octLiteral: Int(digits.dropFirst(2), radix: 8).map(Double.init)
      case .binLiteral: Int(digits.dropFirst(2), radix: 2).map(Double.init)
      default: Double(digits)
      }
    return builder.add(value.map { .number($0) } ?? .other([]), at: position(node))
  }
}
