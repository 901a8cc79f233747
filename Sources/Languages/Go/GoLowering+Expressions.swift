internal import FrontEnd
internal import InventoryModel
internal import TreeSitter

extension GoLowering {
  /// Lowers an expression; what is nested too deep or not understood is `other`.
  mutating func lowerExpression(_ node: SyntaxNode) -> ExpressionID {
    guard depth < GoLowering.depthLimit else { return builder.add(.other([]), at: node.sourcePosition) }
    depth += 1
    defer { depth -= 1 }
    switch syntax[node] {
    case .identifier: return addName(node.text, at: node.sourcePosition)
    case .parenthesizedExpression: return lowerOnly(node)
    case .selectorExpression: return lowerSelector(node)
    case .callExpression: return lowerCall(node)
    case .indexExpression: return lowerIndex(node)
    case .sliceExpression: return lowerSlice(node)
    case .typeAssertionExpression, .typeConversionExpression: return lowerConversion(node)
    case .typeInstantiationExpression, .typeIdentifier, .qualifiedType, .genericType: return lowerInstantiation(node)
    case .compositeLiteral: return lowerComposite(node)
    case .literalElement: return lowerOnly(node)
    case .functionLiteral: return lowerClosure(node)
    case .unaryExpression: return lowerUnary(node)
    case .binaryExpression: return lowerBinary(node)
    case .interpretedString, .rawString:
      let position = node.sourcePosition
      let template = GoString.template(of: node, at: position, isRaw: syntax[node] == .rawString)
      return builder.add(.string(template), at: position)
    case .integer, .float, .rune: return lowerNumber(node)
    case .true: return builder.add(.boolean(true), at: node.sourcePosition)
    case .false: return builder.add(.boolean(false), at: node.sourcePosition)
    case .nil: return builder.add(.null, at: node.sourcePosition)
    case .some(let kind) where kind.isStructuralType:
      let type = lowerType(node)
      return builder.add(.typeValue(type), at: node.sourcePosition)
    default:
      let values = lowerOperands(of: node)
      return builder.add(.other(values), at: node.sourcePosition)
    }
  }

  /// A name bound to what it means here. One that means nothing yet is of the package or of the language: it is added
  /// to the file's scope, so that a later declaration of a block does not catch it.
  mutating func addName(_ name: String, at position: SourcePosition) -> ExpressionID {
    if let symbol = builder.lookUp(name, from: builder.currentScope) {
      return builder.add(.name(name, symbol), at: position)
    }
    return builder.inside(.file) { $0.add(.name(name, nil), at: position) }
  }

  /// Lowers the operands of a node, also statements where an error left them.
  mutating func lowerOperands(of node: SyntaxNode) -> [ExpressionID] {
    node.operands.compactMap { lowerOperand($0) }
  }

  @discardableResult
  mutating func lowerOperand(_ node: SyntaxNode) -> ExpressionID? {
    if let kind = syntax[node], kind.isStatement {
      lowerStatement(node)
      return nil
    }
    return lowerExpression(node)
  }

  /// What stands for its only operand.
  private mutating func lowerOnly(_ node: SyntaxNode) -> ExpressionID {
    guard let operand = node.operands.first else { return builder.add(.other([]), at: node.sourcePosition) }
    return lowerExpression(operand)
  }

  private mutating func lowerSelector(_ node: SyntaxNode) -> ExpressionID {
    guard let operand = node.child(field: syntax.operand), let field = node.child(field: syntax.field) else {
      return builder.add(.other(lowerOperands(of: node)), at: node.sourcePosition)
    }
    let base = lowerExpression(operand)
    return builder.add(.member(base, field.text), at: field.sourcePosition)
  }

  private mutating func lowerIndex(_ node: SyntaxNode) -> ExpressionID {
    guard let operand = node.child(field: syntax.operand), let index = node.child(field: syntax.index) else {
      return builder.add(.other(lowerOperands(of: node)), at: node.sourcePosition)
    }
    let base = lowerExpression(operand)
    let key = lowerExpression(index)
    return builder.add(.index(base, key), at: node.sourcePosition)
  }

  /// `x[start:end]`: an index of which only the start is looked at.
  private mutating func lowerSlice(_ node: SyntaxNode) -> ExpressionID {
    guard let operand = node.child(field: syntax.operand) else {
      return builder.add(.other(lowerOperands(of: node)), at: node.sourcePosition)
    }
    let base = lowerExpression(operand)
    let start = node.child(field: syntax.start).map { lowerExpression($0) }
    for bound in node.operands.dropFirst(start == nil ? 1 : 2) { lowerOperand(bound) }
    let bounds = builder.add(.other(start.map { [$0] } ?? []), at: node.sourcePosition)
    return builder.add(.index(base, bounds), at: node.sourcePosition)
  }

  /// A function or type with type arguments, which are left out. An instantiation of an instantiation does not
  /// exist: that is `x[i][j]` of names.
  private mutating func lowerInstantiation(_ node: SyntaxNode) -> ExpressionID {
    guard syntax[node] == .typeInstantiationExpression else { return lowerTypeName(node) }
    if let inner = node.child(field: syntax.type), syntax[inner] == .genericType,
      let index = node.operands.dropFirst().first(where: { _ in true }), let type = inner.child(field: syntax.type),
      let first = inner.child(field: syntax.typeArguments).flatMap({ $0.operands.first })
    {
      let base = lowerTypeName(type)
      let outer = lowerIndexName(first)
      let row = builder.add(.index(base, outer), at: node.sourcePosition)
      let key = lowerIndexName(index)
      return builder.add(.index(row, key), at: node.sourcePosition)
    }
    return node.child(field: syntax.type).map { lowerTypeName($0) } ?? builder.add(.other([]), at: node.sourcePosition)
  }

  /// A name in brackets that the grammar takes for a type argument.
  private mutating func lowerIndexName(_ node: SyntaxNode) -> ExpressionID {
    guard syntax[node] == .typeElement, let only = node.operands.first else { return lowerTypeName(node) }
    return lowerTypeName(only)
  }

  private mutating func lowerClosure(_ node: SyntaxNode) -> ExpressionID {
    let position = node.sourcePosition
    let id = builder.reserveFunction("", at: position)
    lowerFunction(id, at: node)
    return builder.add(.function(id), at: position)
  }

  private mutating func lowerNumber(_ node: SyntaxNode) -> ExpressionID {
    let text = node.text
    let number = syntax[node] == .rune ? GoString.scalar(ofRune: text) : GoNumber.value(of: text)
    return builder.add(number.map { .number($0) } ?? .other([]), at: node.sourcePosition)
  }

  // MARK: Operators

  private mutating func lowerUnary(_ node: SyntaxNode) -> ExpressionID {
    guard let operand = node.child(field: syntax.operand), let sign = node.child(field: syntax.operator) else {
      return builder.add(.other(lowerOperands(of: node)), at: node.sourcePosition)
    }
    let value = lowerExpression(operand)
    if sign.textEquals("&") || sign.textEquals("*") { return value }
    if sign.textEquals("<-") { return builder.add(.element(value), at: node.sourcePosition) }
    if sign.textEquals("-"), case .number(let number) = builder.facts[value].kind {
      return builder.add(.number(-number), at: node.sourcePosition)
    }
    return builder.add(.other([value]), at: node.sourcePosition)
  }

  /// Long sums lean to the left: they are walked down first and put together on the way back, without recursion.
  private mutating func lowerBinary(_ node: SyntaxNode) -> ExpressionID {
    var chain: [SyntaxNode] = []
    var leftmost = node
    while syntax[leftmost] == .binaryExpression, let left = leftmost.child(field: syntax.left) {
      chain.append(leftmost)
      leftmost = left
    }
    guard !chain.isEmpty else { return builder.add(.other(lowerOperands(of: node)), at: node.sourcePosition) }
    let position = node.sourcePosition
    guard chain.count <= GoLowering.chainLimit else {
      let operands = [leftmost] + chain.reversed().compactMap { $0.child(field: syntax.right) }
      let values = operands.map { lowerExpression($0) }
      return builder.add(.other(values), at: position)
    }
    var result = lowerExpression(leftmost)
    for binary in chain.reversed() {
      guard let right = binary.child(field: syntax.right) else { continue }
      let value = lowerExpression(right)
      result = add(binary.child(field: syntax.operator), result, value, at: position)
    }
    return result
  }

  private mutating func add(
    _ sign: SyntaxNode?, _ left: ExpressionID, _ right: ExpressionID, at position: SourcePosition
  ) -> ExpressionID {
    if let sign, let op = BinaryOperator(goToken: sign.bytes) {
      return builder.add(.binary(op, left, right), at: position)
    }
    if let sign, sign.textEquals("==") || sign.textEquals("!=") { noteNilCheck(left, right) }
    return builder.add(.other([left, right]), at: position)
  }

  private mutating func noteNilCheck(_ left: ExpressionID, _ right: ExpressionID) {
    for (name, other) in [(left, right), (right, left)] {
      if case .null = builder.facts[other].kind, case .name = builder.facts[name].kind { builder.noteNilCheck(name) }
    }
  }
}
