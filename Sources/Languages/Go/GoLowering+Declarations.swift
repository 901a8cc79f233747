internal import FrontEnd
internal import InventoryModel
internal import TreeSitter

extension GoLowering {
  // MARK: Variables and constants

  func variableSpecs(of declaration: SyntaxNode) -> [SyntaxNode] {
    declaration.operands.flatMap { syntax[$0] == .varSpecList ? Array($0.operands) : [$0] }
  }

  mutating func lowerVariables(_ spec: SyntaxNode) {
    let annotation = spec.child(field: syntax.type).map { lowerType($0) }
    let values = spec.child(field: syntax.value).map { lowerValues($0) } ?? lowerEmbedding(above: spec)
    let targets = named(spec, syntax.name).map { declareVariable($0) }
    bind(targets, to: values, annotation: annotation)
  }

  /// `//go:embed path` on the line above fills a variable with a file's text: a call of `go:embed` with the path.
  private mutating func lowerEmbedding(above spec: SyntaxNode) -> [Value] {
    guard let path = GoComment.directive("go:embed ", above: spec) else { return [] }
    let position = spec.sourcePosition
    let argument = builder.add(.string(StringTemplate(parts: [.literal(path, position)])), at: position)
    let callee = builder.add(.name("go:embed", nil), at: position)
    return [Value(id: builder.add(.call(callee, [Argument(value: argument)]), at: position), isCall: true)]
  }

  /// Declares a name in the current scope; nil for the blank one.
  mutating func declareVariable(_ name: SyntaxNode) -> ExpressionID? {
    guard !name.textEquals("_") else { return nil }
    let text = name.text
    let symbol = builder.declare(text, .variable)
    return builder.add(.name(text, symbol), at: name.sourcePosition)
  }

  // MARK: Functions

  mutating func declareFunction(_ node: SyntaxNode) {
    guard let name = node.child(field: syntax.name) else { return }
    let id = builder.reserveFunction(name.text, at: name.sourcePosition)
    functions[node.order] = id
    if !name.textEquals("_"), !name.textEquals("init") { builder.declare(name.text, .function(id)) }
  }

  mutating func lowerFunction(_ node: SyntaxNode) {
    if functions[node.order] == nil { declareFunction(node) }
    guard let id = functions[node.order] else { return }
    lowerFunction(id, at: node)
  }

  mutating func lowerMethod(_ node: SyntaxNode) {
    guard let name = node.child(field: syntax.name) else { return }
    let id = builder.reserveFunction(name.text, at: name.sourcePosition)
    lowerFunction(id, at: node, receiver: node.child(field: syntax.receiver))
  }

  /// Parameters, results and body of a function, method, closure, or method of an interface.
  mutating func lowerFunction(_ id: FunctionID, at node: SyntaxNode, receiver: SyntaxNode? = nil) {
    let scope = builder.enter(.function(id), at: node.sourcePosition)
    defer { builder.leave() }
    let receiverType = receiver.flatMap { lowerReceiver($0, of: id) }
    let typeParameters = node.child(field: syntax.typeParameters).map { lowerTypeParameters($0) } ?? []
    let parameters = node.child(field: syntax.parameters).map { lowerParameters($0, of: id) } ?? []
    let results = node.child(field: syntax.result).map { lowerResults($0) }
    let endLine = node.lastLine
    builder.update(id) {
      $0.scope = scope
      $0.receiverType = receiverType
      $0.typeParameters = typeParameters
      $0.parameters = parameters
      $0.result = results?.type
      $0.endLine = endLine
    }
    guard let body = node.child(field: syntax.body) else { return }
    enclosing.append(EnclosingFunction(id: id, namedResults: results?.names ?? []))
    lowerStatements(in: body)
    enclosing.removeLast()
  }

  private mutating func lowerReceiver(_ list: SyntaxNode, of id: FunctionID) -> TypeReference? {
    guard let declaration = list.operands.first, let type = declaration.child(field: syntax.type) else {
      return nil
    }
    if let name = named(declaration, syntax.name).first, !name.textEquals("_") {
      builder.declare(name.text, .receiver(id))
    }
    return lowerType(type)
  }

  func isNamedParameter(_ declaration: SyntaxNode) -> Bool {
    declaration.child(field: syntax.name) != nil
  }

  private mutating func lowerParameters(_ list: SyntaxNode, of id: FunctionID) -> [Parameter] {
    var parameters: [Parameter] = []
    for declaration in list.operands {
      guard let typeNode = declaration.child(field: syntax.type) else { continue }
      let isVariadic = syntax[declaration] == .variadicParameterDeclaration
      let type = isVariadic ? .list(lowerType(typeNode)) : lowerType(typeNode)
      let names = named(declaration, syntax.name).map(\.text)
      for name in names.isEmpty ? [""] : names {
        let isUsable = !name.isEmpty && name != "_"
        let symbol = isUsable ? builder.declare(name, .parameter(id, parameters.count)) : nil
        parameters.append(
          Parameter(name: name, annotation: type, kind: isVariadic ? .list : .plain, symbol: symbol))
      }
    }
    return parameters
  }

  /// The result's type, and the names where results have some.
  private mutating func lowerResults(_ node: SyntaxNode) -> (type: TypeReference?, names: [String]) {
    guard syntax[node] == .parameterList else { return (lowerType(node), []) }
    var types: [TypeReference] = []
    var names: [String] = []
    for declaration in node.operands {
      guard let typeNode = declaration.child(field: syntax.type) else { continue }
      let type = lowerType(typeNode)
      let nameNodes = named(declaration, syntax.name)
      types += Array(repeating: type, count: Swift.max(1, nameNodes.count))
      names += nameNodes.map(\.text)
      for name in nameNodes {
        if let target = declareVariable(name) { builder.bind(target, to: nil, annotation: type) }
      }
    }
    return (types.count > 1 ? .tuple(types) : types.first, names)
  }

  private mutating func lowerTypeParameters(_ list: SyntaxNode) -> [TypeParameter] {
    var parameters: [TypeParameter] = []
    for declaration in list.operands where syntax[declaration] == .typeParameterDeclaration {
      let bound = declaration.child(field: syntax.type).map { lowerType($0) }
      parameters += named(declaration, syntax.name).map { TypeParameter(name: $0.text, bound: bound) }
    }
    return parameters
  }

  // MARK: Types

  mutating func declareType(_ spec: SyntaxNode) {
    guard let name = spec.child(field: syntax.name) else { return }
    let id = builder.reserveType(name.text, kind(ofType: spec), at: name.sourcePosition)
    types[spec.order] = id
    builder.declare(name.text, .type(id))
  }

  private func kind(ofType spec: SyntaxNode) -> TypeDeclaration.Kind {
    switch spec.child(field: syntax.type).flatMap({ syntax[$0] }) {
    case .structType: .structure
    case .interfaceType: .interface
    default: .alias
    }
  }

  mutating func lowerTypeDeclaration(_ spec: SyntaxNode) {
    if types[spec.order] == nil { declareType(spec) }
    guard let id = types[spec.order], let type = spec.child(field: syntax.type) else { return }
    let typeParameters = spec.child(field: syntax.typeParameters).map { lowerTypeParameters($0) } ?? []
    builder.update(id) { $0.typeParameters = typeParameters }
    if kind(ofType: spec) == .alias {
      let target = lowerType(type)
      builder.update(id) { $0.target = target }
    } else {
      lowerMembers(of: id, type)
    }
  }

  /// Fields of a struct, methods and embedded types of an interface.
  mutating func lowerMembers(of id: TypeID, _ type: SyntaxNode) {
    let scope = builder.enter(.type(id), at: type.sourcePosition)
    defer { builder.leave() }
    builder.update(id) { $0.memberScope = scope }
    let list = syntax[type] == .structType ? type.operands.first : type
    guard let list else { return }
    for member in list.operands {
      switch syntax[member] {
      case .fieldDeclaration: lowerField(member, of: id)
      case .methodElement: lowerRequirement(member, of: id)
      case .typeElement:
        let base = lowerType(member)
        builder.update(id) { $0.bases.append(base) }
      default: break
      }
    }
  }

  private mutating func lowerField(_ declaration: SyntaxNode, of id: TypeID) {
    guard let typeNode = declaration.child(field: syntax.type) else { return }
    let type = lowerType(typeNode)
    let names = named(declaration, syntax.name)
    let encodedName = declaration.child(field: syntax.tag).flatMap { GoString.encodedName(inTag: $0.bytes) }
    if names.isEmpty {
      var field = Field(
        name: lastName(of: type), annotation: type, value: nil, position: typeNode.sourcePosition)
      field.encodedName = encodedName
      builder.update(id) {
        $0.bases.append(type)
        $0.fields.append(field)
      }
    }
    for name in names {
      var field = Field(name: name.text, annotation: type, value: nil, position: name.sourcePosition)
      field.encodedName = encodedName
      builder.update(id) { $0.fields.append(field) }
    }
  }

  private func lastName(of type: TypeReference) -> String {
    guard case .named(let path, _) = type else { return "" }
    return path.last ?? ""
  }

  private mutating func lowerRequirement(_ method: SyntaxNode, of owner: TypeID) {
    guard let name = method.child(field: syntax.name) else { return }
    let id = builder.reserveFunction(name.text, at: name.sourcePosition)
    builder.update(id) { $0.owner = owner }
    lowerFunction(id, at: method)
  }
}
