import FrontEnd
import InventoryModel
import TreeSitter

extension JavaScriptLowering {
  func isNothing(_ node: SyntaxNode) -> Bool {
    switch node.bytes.count {
    case 4: node.textEquals("null") || node.textEquals("void")
    case 9: node.textEquals("undefined")
    default: false
    }
  }

  mutating func types(in node: SyntaxNode) -> [TypeReference] {
    var types: [TypeReference] = []
    for part in node.parts { if let type = type(part) { types.append(type) } }
    return types
  }

  mutating func typeParameters(of node: SyntaxNode) -> [TypeParameter] {
    guard let list = node.child(field: grammar.typeParameters) else { return [] }
    var parameters: [TypeParameter] = []
    for part in list.parts {
      guard let name = part.child(field: grammar.name) else { continue }
      let bound = part.child(field: grammar.constraint).flatMap { $0.parts.first }.flatMap { type($0) }
      parameters.append(TypeParameter(name: name.text, bound: bound))
    }
    return parameters
  }

  /// A type as written; nothing for what stands for no value.
  mutating func type(_ node: SyntaxNode) -> TypeReference? {
    guard descend() else { return nil }
    defer { ascend() }
    switch kind(node) {
    case .identifier, .typeIdentifier, .predefinedType, .nestedIdentifier, .nestedTypeIdentifier, .member, .thisType,
      .this, .call, .propertyIdentifier:
      return typePath(node).map { .named($0, arguments: []) }
    case .genericType, .instantiation: return generic(node)
    case .unionType, .intersectionType: return either(parts(node))
    case .conditionalType:
      return either([grammar.consequence, grammar.alternative].compactMap { node.child(field: $0) })
    case .arrayType: return inner(node).map { .list($0) }
    case .tupleType: return .tuple(tupleElements(node))
    case .objectType: return objectType(node)
    case .functionType, .constructorType: return functionType(node)
    case .lookupType: return lookup(node)
    case .literalType: return node.parts.first.flatMap { isNothing($0) ? nil : .named("string") }
    case .indexTypeQuery: return .named("string")
    case .typePredicate: return .named("boolean")
    case .requiredParameter, .optionalParameter:
      return node.child(field: grammar.type).flatMap { type($0) }
    case .typeAnnotation, .parenthesizedType, .readonlyType, .optionalType, .restType, .typeQuery, .inferType:
      return inner(node)
    default: return nil
    }
  }

  private mutating func inner(_ node: SyntaxNode) -> TypeReference? {
    node.parts.first.flatMap { type($0) }
  }

  private mutating func generic(_ node: SyntaxNode) -> TypeReference? {
    guard let head = node.child(field: grammar.name) ?? node.parts.first, let path = typePath(head) else { return nil }
    let list = first(.typeArguments, in: node)
    return .named(path, arguments: list.map { types(in: $0) } ?? [])
  }

  /// Any of several, of which what stands for nothing is left out. Unions nest to the left.
  private mutating func either(_ members: [SyntaxNode]) -> TypeReference? {
    var flat: [SyntaxNode] = []
    var waiting = Array(members.reversed())
    while let next = waiting.popLast() {
      let kind = kind(next)
      if kind == .unionType || kind == .intersectionType {
        waiting += parts(next).reversed()
      } else {
        flat.append(next)
      }
    }
    var options: [TypeReference] = []
    for node in flat where !isNothing(node) {
      if let option = type(node), !options.contains(option) { options.append(option) }
    }
    return options.count > 1 ? .either(options) : options.first
  }

  private mutating func tupleElements(_ node: SyntaxNode) -> [TypeReference] {
    var elements: [TypeReference] = []
    for part in node.parts { elements.append(type(part) ?? .named("any")) }
    return elements
  }

  /// An object type: a map when all that it has is an index signature, else a type written in place.
  private mutating func objectType(_ node: SyntaxNode) -> TypeReference {
    let members = parts(node)
    if members.count == 1, kind(members[0]) == .indexSignature, let map = mapType(members[0]) { return map }
    let id = builder.reserveType("", .interface, at: position(node))
    signatures(in: node, of: id)
    return .literal(id)
  }

  mutating func mapType(_ node: SyntaxNode) -> TypeReference? {
    let key =
      node.child(field: grammar.indexType)
      ?? first(.mappedType, in: node).flatMap { $0.child(field: grammar.type) }
    guard let value = node.child(field: grammar.type).flatMap({ type($0) }) else { return nil }
    return .map(key.flatMap { type($0) } ?? .named("string"), value)
  }

  private mutating func functionType(_ node: SyntaxNode) -> TypeReference {
    let parameters = node.child(field: grammar.parameters).map { tupleElements($0) } ?? []
    let written = node.child(field: grammar.returnType) ?? node.child(field: grammar.type)
    return .function(parameters, result: written.flatMap { type($0) })
  }

  /// `T["name"]` is the member's type.
  private mutating func lookup(_ node: SyntaxNode) -> TypeReference? {
    let parts = self.parts(node)
    guard parts.count == 2, let base = type(parts[0]) else { return nil }
    if case .named(let path, let arguments) = base, arguments.isEmpty,
      let name = parts[1].parts.first.flatMap({ literalText($0) })
    {
      return .named(path + [name], arguments: [])
    }
    if case .list(let element) = base { return element }
    return nil
  }

  /// The dotted path of a type's name. `import("x")` is a name that no source can write.
  private mutating func typePath(_ node: SyntaxNode) -> [String]? {
    switch kind(node) {
    case .thisType, .this:
      let scope = builder.nearestScope { if case .type = $0 { true } else { false } }
      guard case .type(let id) = builder.facts[scope].kind else { return nil }
      return [builder.facts[id].name]
    case .nestedTypeIdentifier:
      guard let module = node.child(field: grammar.module), let name = node.child(field: grammar.name) else {
        return nil
      }
      return typePath(module).map { $0 + [name.text] }
    case .nestedIdentifier, .member:
      guard let object = node.child(field: grammar.object), let name = node.child(field: grammar.property) else {
        return nil
      }
      return typePath(object).map { $0 + [name.text] }
    case .call:
      guard let arguments = node.child(field: grammar.arguments).flatMap({ $0.parts.first }),
        let module = literalText(arguments)
      else { return nil }
      let name = "import(\(module))"
      let id = builder.add(
        Import(module: module, scope: .file, position: position(node)))
      builder.declare(name, .imported(id), in: .file)
      return [name]
    default: return [node.text]
    }
  }
}
