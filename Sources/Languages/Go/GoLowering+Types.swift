internal import FrontEnd
internal import InventoryModel
internal import TreeSitter

extension GoLowering {
  /// A type as written; one that is nested too deep, or no type, is one without a name.
  mutating func lowerType(_ node: SyntaxNode) -> TypeReference {
    guard depth < GoLowering.depthLimit else { return .named([], arguments: []) }
    depth += 1
    defer { depth -= 1 }
    switch syntax[node] {
    case .typeIdentifier, .identifier: return .named([node.text], arguments: [])
    case .qualifiedType, .selectorExpression: return .named(path(of: node), arguments: [])
    case .pointerType, .parenthesizedType, .negatedType, .parenthesizedExpression, .unaryExpression:
      return firstType(in: node)
    case .genericType: return lowerGeneric(node)
    case .sliceType, .arrayType, .implicitLengthArrayType:
      return .list(node.child(field: syntax.element).map { lowerType($0) } ?? .named([], arguments: []))
    case .channelType: return .list(node.child(field: syntax.value).map { lowerType($0) } ?? .named([], arguments: []))
    case .mapType: return lowerMap(node)
    case .functionType: return lowerFunctionType(node)
    case .structType: return .literal(lowerTypeLiteral(node, .structure))
    case .interfaceType:
      return node.operands.isEmpty ? .named("any") : .literal(lowerTypeLiteral(node, .interface))
    case .typeElement, .typeConstraint:
      let alternatives = node.operands.map { lowerType($0) }
      return alternatives.count == 1 ? alternatives[0] : .either(alternatives)
    default: return .named([], arguments: [])
    }
  }

  private func path(of node: SyntaxNode) -> [String] {
    node.operands.map(\.text)
  }

  private mutating func firstType(in node: SyntaxNode) -> TypeReference {
    node.operands.first.map { lowerType($0) } ?? .named([], arguments: [])
  }

  private mutating func lowerGeneric(_ node: SyntaxNode) -> TypeReference {
    let base = node.child(field: syntax.type).map { lowerType($0) }
    let arguments = node.child(field: syntax.typeArguments).map { $0.operands.map { lowerType($0) } } ?? []
    guard case .named(let path, _)? = base else { return .named([], arguments: arguments) }
    return .named(path, arguments: arguments)
  }

  private mutating func lowerMap(_ node: SyntaxNode) -> TypeReference {
    let unnamed = TypeReference.named([], arguments: [])
    let key = node.child(field: syntax.key).map { lowerType($0) } ?? unnamed
    return .map(key, node.child(field: syntax.value).map { lowerType($0) } ?? unnamed)
  }

  private mutating func lowerFunctionType(_ node: SyntaxNode) -> TypeReference {
    let parameters = node.child(field: syntax.parameters).map { parameterTypes(of: $0) } ?? []
    guard let result = node.child(field: syntax.result) else { return .function(parameters, result: nil) }
    guard syntax[result] == .parameterList else { return .function(parameters, result: lowerType(result)) }
    let results = parameterTypes(of: result)
    return .function(parameters, result: results.count > 1 ? .tuple(results) : results.first)
  }

  private mutating func parameterTypes(of list: SyntaxNode) -> [TypeReference] {
    var types: [TypeReference] = []
    for declaration in list.operands {
      guard let node = declaration.child(field: syntax.type) else { continue }
      let type = lowerType(node)
      let isVariadic = syntax[declaration] == .variadicParameterDeclaration
      let count = Swift.max(1, named(declaration, syntax.name).count)
      types += Array(repeating: isVariadic ? .list(type) : type, count: count)
    }
    return types
  }

  /// A type written in place; the elements of one literal share their elided type.
  private mutating func lowerTypeLiteral(_ node: SyntaxNode, _ kind: TypeDeclaration.Kind) -> TypeID {
    if let known = types[node.order] { return known }
    let id = builder.reserveType("", kind, at: node.sourcePosition)
    types[node.order] = id
    lowerMembers(of: id, node)
    return id
  }

  /// A type that is called or constructed, as the name or member that it is; type arguments are left out.
  mutating func lowerTypeName(_ node: SyntaxNode, at position: SourcePosition? = nil) -> ExpressionID {
    switch syntax[node] {
    case .typeIdentifier, .identifier:
      return addName(node.text, at: position ?? node.sourcePosition)
    case .qualifiedType:
      guard let package = node.child(field: syntax.package), let name = node.child(field: syntax.name) else { break }
      let base = addName(package.text, at: position ?? package.sourcePosition)
      return builder.add(.member(base, name.text), at: position ?? name.sourcePosition)
    case .genericType:
      guard let type = node.child(field: syntax.type) else { break }
      return lowerTypeName(type, at: position)
    case .pointerType, .parenthesizedType:
      guard let type = node.operands.first else { break }
      return lowerTypeName(type, at: position)
    default: break
    }
    let type = lowerType(node)
    return builder.add(.typeValue(type), at: position ?? node.sourcePosition)
  }
}
