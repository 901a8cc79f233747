import FrontEnd
import InventoryModel
import TreeSitter

extension SwiftLowering {
  func isType(_ node: SyntaxNode) -> Bool {
    switch kinds[node] {
    case .userType, .optionalType, .arrayType, .dictionaryType, .tupleType, .functionType,
      .existentialType, .opaqueType, .protocolCompositionType, .metatype, .suppressedConstraint,
      .typePackExpansion, .typeParameterPack:
      true
    default: false
    }
  }

  /// The first child that is a type.
  func typeChild(_ node: SyntaxNode) -> TypeReference? {
    node.children.first(where: isType).map(typeReference)
  }

  /// A type as written; what wraps it without changing it (optional, `some`, `any`) is dropped.
  func typeReference(_ node: SyntaxNode) -> TypeReference { typeReference(node, depth: 0) }

  private func typeReference(_ node: SyntaxNode, depth: Int) -> TypeReference {
    guard depth < 100 else { return .named() }
    func types(_ node: SyntaxNode) -> [TypeReference] {
      node.children.filter { isType($0) || kinds[$0] == .tupleTypeItem }
        .map { typeReference($0, depth: depth + 1) }
    }
    let inner = types(node)
    switch kinds[node] {
    case .userType: return namedType(node, depth: depth)
    case .typeIdentifier, .simpleIdentifier: return .named(node.text)
    case .identifier: return .named(parts(node).map(\.text), arguments: [])
    case .arrayType: return .list(inner.first ?? .named())
    case .dictionaryType where inner.count > 1: return .map(inner[0], inner[1])
    case .tupleType: return inner.count == 1 ? inner[0] : .tuple(inner)
    case .protocolCompositionType: return .either(inner)
    case .functionType: return functionType(node, depth: depth)
    default:
      return inner.first ?? child(node, .typeIdentifier).map { .named($0.text) } ?? .named()
    }
  }

  private func namedType(_ node: SyntaxNode, depth: Int) -> TypeReference {
    var path: [String] = []
    var arguments: [TypeReference] = []
    for part in parts(node) {
      switch kinds[part] {
      case .typeIdentifier: path.append(part.text)
      case .typeArguments:
        arguments = part.children.filter(isType).map { typeReference($0, depth: depth + 1) }
      default: break
      }
    }
    return .named(path, arguments: arguments)
  }

  private func functionType(_ node: SyntaxNode, depth: Int) -> TypeReference {
    let parameters = child(node, fields.params)
    let items = parameters.map { $0.children.filter { kinds[$0] == .tupleTypeItem } } ?? []
    let result = node.children.first { isType($0) && $0.fieldID != fields.params }
    return .function(
      items.map { typeReference($0, depth: depth + 1) },
      result: result.map { typeReference($0, depth: depth + 1) })
  }

  /// `<C: P, D>` together with what a `where` clause says of plain names.
  func typeParameters(_ node: SyntaxNode) -> [TypeParameter] {
    var bounds: [(name: String, bounds: [TypeReference])] = []
    func note(_ name: String, _ bound: TypeReference?) {
      let index = bounds.firstIndex { $0.name == name } ?? bounds.endIndex
      if index == bounds.endIndex { bounds.append((name, [])) }
      if let bound { bounds[index].bounds.append(bound) }
    }
    if let list = child(node, .typeParameters) {
      for parameter in parts(list) where kinds[parameter] == .typeParameter {
        let name = child(parameter, .typeIdentifier) ?? parameter.firstChild
        note(name?.text ?? "", typeChild(parameter))
      }
    }
    for (path, bound) in whereClauses(node) where path.count == 1 && path[0] != "Self" {
      note(path[0], bound)
    }
    return bounds.map { entry in
      TypeParameter(
        name: entry.name, bound: entry.bounds.count > 1 ? .either(entry.bounds) : entry.bounds.first)
    }
  }

  /// What the constraints of a declaration's `where` clauses name, and the types that they must be.
  func whereClauses(_ node: SyntaxNode) -> [(path: [String], bound: TypeReference)] {
    var result: [(path: [String], bound: TypeReference)] = []
    let lists = [node, child(node, .typeParameters)].compactMap { $0 }.compactMap { child($0, .typeConstraints) }
    for constraint in lists.flatMap(parts) where kinds[constraint] == .typeConstraint {
      for relation in parts(constraint) {
        guard let subject = relation.child(field: fields.constrainedType), let bound = typeChild(relation)
        else { continue }
        result.append((parts(subject).map(\.text), bound))
      }
    }
    return result
  }
}
