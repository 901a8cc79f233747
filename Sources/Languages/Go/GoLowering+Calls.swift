internal import FrontEnd
internal import InventoryModel
internal import TreeSitter

extension GoLowering {
  mutating func lowerCall(_ node: SyntaxNode) -> ExpressionID {
    guard let function = node.child(field: syntax.function), let list = node.child(field: syntax.arguments) else {
      return builder.add(.other(lowerOperands(of: node)), at: node.sourcePosition)
    }
    let arguments = list.operands
    if syntax[function] == .identifier, let first = arguments.first {
      if function.textEquals("new") { return lowerNew(first, at: function.sourcePosition) }
      if function.textEquals("make") {
        return lowerMake(first, sizes: arguments.dropFirst(), at: function.sourcePosition)
      }
    }
    if isPointerType(function), arguments.count == 1, let only = arguments.first {
      return lowerCast(only, to: function, at: node)
    }
    let callee = lowerExpression(function)
    return addCall(callee, arguments)
  }

  private mutating func addCall(_ callee: ExpressionID, _ nodes: some Sequence<SyntaxNode>) -> ExpressionID {
    let arguments = nodes.map { node in
      guard syntax[node] == .variadicArgument else { return Argument(value: lowerExpression(node)) }
      return Argument(
        value: node.operands.first.map { lowerExpression($0) } ?? lowerExpression(node), spread: .list)
    }
    return builder.add(.call(callee, arguments), at: builder.facts[callee].position)
  }

  /// `(*T)`, which is a pointer type when it is called.
  private func isPointerType(_ function: SyntaxNode) -> Bool {
    guard syntax[function] == .parenthesizedExpression, let inner = function.operands.first,
      syntax[inner] == .unaryExpression, let operand = inner.child(field: syntax.operand)
    else { return false }
    return syntax[operand] == .identifier || syntax[operand] == .selectorExpression
  }

  private mutating func lowerNew(_ type: SyntaxNode, at position: SourcePosition) -> ExpressionID {
    let callee = lowerTypeName(type)
    return builder.add(.construct(callee, []), at: builder.facts[callee].position)
  }

  /// An empty collection of the type; of a named type, a value of it.
  private mutating func lowerMake(
    _ type: SyntaxNode, sizes: some Sequence<SyntaxNode>, at position: SourcePosition
  ) -> ExpressionID {
    guard let kind = syntax[type], kind.isStructuralType else {
      let made = lowerNew(type, at: position)
      for size in sizes { _ = lowerExpression(size) }
      return made
    }
    for size in sizes { _ = lowerExpression(size) }
    return addEmptyCollection(type, at: position)
  }

  private mutating func addEmptyCollection(_ type: SyntaxNode, at position: SourcePosition) -> ExpressionID {
    let empty = builder.add(syntax[type] == .mapType ? .map([]) : .list([]), at: position)
    let reference = lowerType(type)
    return builder.add(.cast(empty, reference), at: position)
  }

  private mutating func lowerCast(_ value: SyntaxNode, to type: SyntaxNode, at node: SyntaxNode) -> ExpressionID {
    let operand = lowerExpression(value)
    let reference = lowerType(type)
    return builder.add(.cast(operand, reference), at: node.sourcePosition)
  }

  /// `x.(T)`, `[]byte(x)`; the grammar takes an explicit instantiation `f[T](x)` for a conversion too, and after an
  /// error other calls.
  mutating func lowerConversion(_ node: SyntaxNode) -> ExpressionID {
    guard let type = node.child(field: syntax.type), let operand = node.child(field: syntax.operand) else {
      return builder.add(.other(lowerOperands(of: node)), at: node.sourcePosition)
    }
    let isStructural = syntax[type]?.isStructuralType ?? false
    if syntax[node] == .typeConversionExpression, !isStructural {
      let callee = lowerTypeName(type)
      return addCall(callee, [operand])
    }
    return lowerCast(operand, to: type, at: node)
  }

  // MARK: Composite literals

  mutating func lowerComposite(_ node: SyntaxNode) -> ExpressionID {
    guard let type = node.child(field: syntax.type), let body = node.child(field: syntax.body) else {
      return builder.add(.other(lowerOperands(of: node)), at: node.sourcePosition)
    }
    return lowerLiteral(body, type: type, isElided: false)
  }

  /// A literal of a type that is written there or, in an element of another literal, elided.
  private mutating func lowerLiteral(_ body: SyntaxNode, type: SyntaxNode, isElided: Bool) -> ExpressionID {
    guard depth < GoLowering.depthLimit else { return builder.add(.other([]), at: body.sourcePosition) }
    depth += 1
    defer { depth -= 1 }
    let position = isElided ? body.sourcePosition : type.sourcePosition
    switch syntax[type] {
    case .pointerType:
      guard let pointee = type.operands.first else { break }
      return lowerLiteral(body, type: pointee, isElided: isElided)
    case .sliceType, .arrayType, .implicitLengthArrayType:
      return lowerList(body, type: type, at: position)
    case .mapType:
      return lowerMap(body, type: type, at: position)
    default: break
    }
    let callee = lowerTypeName(type, at: isElided ? position : nil)
    return lowerConstruct(body, callee)
  }

  private mutating func lowerList(_ body: SyntaxNode, type: SyntaxNode, at position: SourcePosition) -> ExpressionID {
    let elements = body.operands
    guard !elements.isEmpty else { return addEmptyCollection(type, at: position) }
    let elementType = type.child(field: syntax.element)
    let values = elements.compactMap { element in
      entry(element).map { lowerElement($0.value, type: elementType) }
    }
    return builder.add(.list(values), at: position)
  }

  private mutating func lowerMap(_ body: SyntaxNode, type: SyntaxNode, at position: SourcePosition) -> ExpressionID {
    let elements = body.operands
    guard !elements.isEmpty else { return addEmptyCollection(type, at: position) }
    let (keyType, valueType) = (type.child(field: syntax.key), type.child(field: syntax.value))
    let entries = elements.compactMap { element -> MapEntry? in
      guard case (let key?, let value)? = entry(element) else { return nil }
      let loweredKey = lowerElement(key, type: keyType)
      return MapEntry(key: loweredKey, value: lowerElement(value, type: valueType))
    }
    return builder.add(.map(entries), at: position)
  }

  /// A literal of a named or struct type. Keys that are no names show that the type is a map.
  private mutating func lowerConstruct(_ body: SyntaxNode, _ callee: ExpressionID) -> ExpressionID {
    var arguments: [Argument] = []
    var entries: [MapEntry] = []
    for element in body.operands {
      guard let (key, value) = entry(element) else { continue }
      if let key, let label = fieldName(key) {
        arguments.append(Argument(label: label, value: lowerElement(value, type: nil)))
      } else if let key {
        let key = lowerElement(key, type: nil)
        entries.append(MapEntry(key: key, value: lowerElement(value, type: nil)))
      } else {
        arguments.append(Argument(value: lowerElement(value, type: nil)))
      }
    }
    let position = builder.facts[callee].position
    return builder.add(entries.isEmpty ? .construct(callee, arguments) : .map(entries), at: position)
  }

  /// Key and value of a keyed element, or the value alone, each without the node around it.
  private func entry(_ element: SyntaxNode) -> (key: SyntaxNode?, value: SyntaxNode)? {
    guard syntax[element] == .keyedElement else { return (nil, unwrapped(element)) }
    let operands = element.operands
    guard let value = operands.last else { return nil }
    return (operands.count == 2 ? operands.first.map { unwrapped($0) } : nil, unwrapped(value))
  }

  private func unwrapped(_ node: SyntaxNode) -> SyntaxNode {
    syntax[node] == .literalElement ? node.operands.first ?? node : node
  }

  private func fieldName(_ key: SyntaxNode) -> String? {
    syntax[key] == .identifier ? key.text : nil
  }

  private mutating func lowerElement(_ node: SyntaxNode, type: SyntaxNode?) -> ExpressionID {
    guard syntax[node] == .literalValue else { return lowerExpression(node) }
    if let type { return lowerLiteral(node, type: type, isElided: true) }
    let unknown = builder.add(.other([]), at: node.sourcePosition)
    return lowerConstruct(node, unknown)
  }
}
