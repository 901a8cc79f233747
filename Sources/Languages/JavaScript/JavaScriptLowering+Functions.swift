import FrontEnd
import InventoryModel
import TreeSitter

extension JavaScriptLowering {
  /// A function written as a value; one with a name of its own knows itself by it.
  mutating func closure(_ node: SyntaxNode) -> ExpressionID {
    let own = node.child(field: grammar.name)
    let name = own?.text ?? inferredName
    inferredName = ""
    let id = function(node, name: name, at: own ?? node)
    if let own { declare(own.text, .function(id), in: builder.facts[id].scope) }
    return add(.function(id), at: node)
  }

  mutating func functionDeclaration(_ node: SyntaxNode) {
    guard let name = node.child(field: grammar.name) else {
      closureStatement(node)
      return
    }
    let id = function(node, name: name.text, at: name)
    declare(name.text, .function(id))
  }

  private mutating func closureStatement(_ node: SyntaxNode) {
    let id = function(node, name: "", at: node)
    add(.function(id), at: node)
  }

  /// Lowers parameters and body of anything that is called, in a scope of their own.
  mutating func function(
    _ node: SyntaxNode, name: String, at nameNode: SyntaxNode, owner: TypeID? = nil,
    traits extra: FunctionDeclaration.Traits = []
  ) -> FunctionID {
    inferredName = ""
    let id = builder.reserveFunction(name, at: position(nameNode))
    guard descend() else { return id }
    defer { ascend() }
    var decorators: [ExpressionID] = []
    for decorator in node.namedChildren where kind(decorator) == .decorator {
      if let inner = decorator.parts.first { decorators.append(expression(inner)) }
    }
    let scope = builder.enter(.function(id), at: position(node))
    functions.append(id)
    let parameters = self.parameters(of: node, function: id)
    let result = node.child(field: grammar.returnType).flatMap { type($0) }
    let endLine = Int32(clamping: node.endRow + 1)
    builder.update(id) { function in
      function.owner = owner
      function.scope = scope
      function.traits.formUnion(extra)
      function.decorators += decorators
      function.parameters = parameters
      function.result = result
      function.endLine = endLine
    }
    let traits = self.traits(of: node)
    let typeParameters = self.typeParameters(of: node)
    builder.update(id) { function in
      function.traits.formUnion(traits)
      function.typeParameters = typeParameters
    }
    body(of: node, function: id)
    functions.removeLast()
    builder.leave()
    return id
  }

  private mutating func body(of node: SyntaxNode, function id: FunctionID) {
    guard let body = node.child(field: grammar.body) else { return }
    if kind(body) == .block {
      statements(in: body)
    } else {
      let value = expression(body)
      builder.update(id) { $0.returns.append(value) }
    }
  }

  private func traits(of node: SyntaxNode) -> FunctionDeclaration.Traits {
    var traits: FunctionDeclaration.Traits = []
    for token in node.children where !token.isNamed {
      if token.fieldID == grammar.parameters { break }
      switch token.endByte - token.startByte {
      case 1: if token.textEquals("*") { traits.insert(.isGenerator) }
      case 3:
        if token.textEquals("get") { traits.insert(.isProperty) }
        if token.textEquals("set") { traits.insert(.isSetter) }
      case 5: if token.textEquals("async") { traits.insert(.isAsync) }
      case 6: if token.textEquals("static") { traits.insert(.isStatic) }
      case 9: if token.textEquals("function*") { traits.insert(.isGenerator) }
      default: break
      }
    }
    return traits
  }

  // MARK: Parameters

  private mutating func parameters(of node: SyntaxNode, function id: FunctionID) -> [Parameter] {
    if let single = node.child(field: grammar.parameter), !single.bytes.isEmpty {
      let symbol = builder.declare(single.text, .parameter(id, 0))
      return [Parameter(name: single.text, annotation: nil, symbol: symbol)]
    }
    guard let list = node.child(field: grammar.parameters) else { return [] }
    var parameters: [Parameter] = []
    for part in list.parts where kind(part) != .decorator {
      if let parameter = parameter(part, parameters.count, of: id) { parameters.append(parameter) }
    }
    return parameters
  }

  /// One parameter. A pattern is taken apart from a parameter with a name that no source can write.
  private mutating func parameter(_ node: SyntaxNode, _ index: Int, of id: FunctionID) -> Parameter? {
    var pattern = node.child(field: grammar.pattern) ?? node
    if kind(pattern) == .this { return nil }
    let decorators = decorators(of: node)
    let given = givenValue(decorators, at: node)
    let annotation = node.child(field: grammar.type).flatMap { type($0) }
    var defaultNode = node.child(field: grammar.value)
    if kind(pattern) == .assignmentPattern {
      defaultNode = pattern.child(field: grammar.right)
      pattern = pattern.child(field: grammar.left) ?? pattern
    }
    let isRest = kind(pattern) == .restPattern
    if isRest, let inner = pattern.parts.first { pattern = inner }
    let isNamed = kind(pattern) == .identifier && !pattern.bytes.isEmpty
    let name = isNamed ? pattern.text : "parameter \(index)"
    let symbol = builder.declare(name, .parameter(id, index))
    let defaultValue = defaultNode.map { named($0, name) } ?? given
    if !isNamed {
      let whole = add(.name(name, symbol), at: pattern)
      bind(pattern, to: whole, in: builder.currentScope)
    }
    return Parameter(
      name: name, annotation: annotation, defaultValue: defaultValue, kind: isRest ? .list : .plain, symbol: symbol)
  }
}
