internal import FrontEnd
internal import InventoryModel
internal import TreeSitter

extension GoLowering {
  mutating func lowerCall(_ node: SyntaxNode) -> ExpressionID {
    guard let function = node.child(field: syntax.function), let list = node.child(field: syntax.arguments) else {
      return builder.add(.other(lowerOperands(of: node)), at: node.sourcePosition)
    }
    let arguments = operands(of: list)
    if syntax[function] == .identifier, let first = arguments.first {
      if function.textEquals("new") { return lowerNew(first, at: function.sourcePosition) }
      if function.textEquals("make") {
        return lowerMake(first, sizes: arguments.dropFirst(), at: function.sourcePosition)
      }
    }
    if arguments.count == 1, isPointerType(function) { return lowerCast(arguments[0], to: function, at: node) }
    let callee = lowerExpression(function)
    return addCall(callee, arguments)
  }

  private mutating func addCall(_ callee: ExpressionID, _ nodes: [SyntaxNode]) -> ExpressionID {
    let arguments = nodes.map { node in
      guard syntax[node] == .variadicArgument else { return Argument(value: lowerExpression(node)) }
      return Argument(
        value: operands(of: node).first.map { lowerExpression($0) } ?? lowerExpression(node), spread: .list)
    }
    return builder.add(.call(callee, arguments), at: builder.facts[callee].position)
  }

  /// `(*T)`, which is a pointer type when it is called.
  private func isPointerType(_ function: SyntaxNode) -> Bool {
    guard syntax[function] == .parenthesizedExpression, let inner = operands(of: function).first,
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
      guard let pointee = operands(of: type).first else { break }
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
    let elements = operands(of: body)
    guard !elements.isEmpty else { return addEmptyCollection(type, at: position) }
    let elementType = type.child(field: syntax.element)
    let values = elements.compactMap { element in
      parts(of: element).last.map { lowerElement($0, type: elementType) }
    }
    return builder.add(.list(values), at: position)
  }

  private mutating func lowerMap(_ body: SyntaxNode, type: SyntaxNode, at position: SourcePosition) -> ExpressionID {
    let elements = operands(of: body)
    guard !elements.isEmpty else { return addEmptyCollection(type, at: position) }
    let (keyType, valueType) = (type.child(field: syntax.key), type.child(field: syntax.value))
    let entries = elements.compactMap { element -> MapEntry? in
      let parts = parts(of: element)
      guard parts.count == 2 else { return nil }
      let key = lowerElement(parts[0], type: keyType)
      return MapEntry(key: key, value: lowerElement(parts[1], type: valueType))
    }
    return builder.add(.map(entries), at: position)
  }

  /// A literal of a named or struct type. Keys that are no names show that the type is a map.
  private mutating func lowerConstruct(_ body: SyntaxNode, _ callee: ExpressionID) -> ExpressionID {
    var arguments: [Argument] = []
    var entries: [MapEntry] = []
    for element in operands(of: body) {
      let parts = parts(of: element)
      guard let value = parts.last else { continue }
      if parts.count == 2, let label = fieldName(parts[0]) {
        arguments.append(Argument(label: label, value: lowerElement(value, type: nil)))
      } else if parts.count == 2 {
        let key = lowerElement(parts[0], type: nil)
        entries.append(MapEntry(key: key, value: lowerElement(value, type: nil)))
      } else {
        arguments.append(Argument(value: lowerElement(value, type: nil)))
      }
    }
    let position = builder.facts[callee].position
    return builder.add(entries.isEmpty ? .construct(callee, arguments) : .map(entries), at: position)
  }

  /// Key and value of a keyed element, or the value alone, each without the node around it.
  private func parts(of element: SyntaxNode) -> [SyntaxNode] {
    let wrapped = syntax[element] == .keyedElement ? operands(of: element) : [element]
    return wrapped.map { syntax[$0] == .literalElement ? operands(of: $0).first ?? $0 : $0 }
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
