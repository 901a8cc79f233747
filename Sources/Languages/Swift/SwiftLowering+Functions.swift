import FrontEnd
import InventoryModel
import TreeSitter

extension SwiftLowering {
  /// A function, method, initializer, deinitializer or subscript.
  mutating func lowerFunction(_ node: SyntaxNode) {
    let kind = kinds[node]
    let nameNode = child(node, fields.name) ?? node
    let name =
      switch kind {
      case .initDeclaration: "init"
      case .deinitDeclaration: "deinit"
      case .subscriptDeclaration: "subscript"
      default: identifierText(nameNode)
      }
    let id = builder.reserveFunction(name, at: position(nameNode))
    var traits = effects(node)
    if kind == .initDeclaration { traits.insert(.isConstructor) }
    if name == "callAsFunction" { traits.insert(.isCallOperator) }
    if isStatic(node) { traits.insert(.isStatic) }
    let owner = owner
    if owner == nil { builder.declare(name, .function(id)) }
    let result = resultType(node)
    let parameters = typeParameters(node)
    let decorators = lowerAttributes(node)
    let end = endLine(node)
    builder.update(id) { function in
      function.owner = owner
      function.traits = traits
      function.typeParameters = parameters
      function.result = result
      function.decorators = decorators
      function.endLine = end
    }
    lowerBody(of: id, at: node) { $0.lowerFunctionBody(node, of: id, hasResult: result != nil) }
  }

  private mutating func lowerFunctionBody(_ node: SyntaxNode, of id: FunctionID, hasResult: Bool) {
    lowerParameters(node, of: id)
    if builder.facts[id].name == "subscript", builder.facts[id].parameters.first?.name == "dynamicMember" {
      builder.update(id) { $0.traits.insert(.isDelegation) }
    }
    if let accessors = child(node, .computedProperty) {
      lowerGetter(accessors, of: id)
      lowerSetters(accessors, of: "subscript", type: nil, isStatic: false)
    } else if let body = child(node, fields.body) {
      lowerReturningList(child(body, .statements), of: id, valueIsUsed: hasResult)
      lowerErrors(body.children)
    }
  }

  /// Runs `body` in the scope of a function, whose parameters and statements it lowers.
  mutating func lowerBody(
    of id: FunctionID, at node: SyntaxNode, _ body: (inout SwiftLowering) -> Void
  ) {
    scoped(.function(id), at: node) { lowering in
      let scope = lowering.builder.currentScope
      lowering.builder.update(id) { $0.scope = scope }
      let around = (lowering.owner, lowering.function)
      (lowering.owner, lowering.function) = (nil, id)
      body(&lowering)
      (lowering.owner, lowering.function) = around
    }
  }

  /// Lowers a body; when it is one expression and has a use for it, that is what it returns.
  mutating func lowerReturningList(_ list: SyntaxNode?, of id: FunctionID, valueIsUsed: Bool) {
    if valueIsUsed, let list, let only = parts(list).first {
      noteType(builder.facts[id].result, ofImplicitMemberIn: only)
    }
    guard let value = lowerList(list, valueIsUsed: valueIsUsed) else { return }
    builder.update(id) { $0.returns.append(value) }
  }

  func effects(_ node: SyntaxNode) -> FunctionDeclaration.Traits {
    var traits: FunctionDeclaration.Traits = []
    if hasChild(node, .asyncToken) { traits.insert(.isAsync) }
    if hasChild(node, .throwsEffect) { traits.insert(.isThrowing) }
    // `async throws(E)` is an error node for the grammar.
    for error in node.children where error.isError {
      let text = error.text
      if text.contains("async") { traits.insert(.isAsync) }
      if text.contains("throws") { traits.insert(.isThrowing) }
    }
    return traits
  }

  /// The type after `->`: the only type that is a direct child of a function.
  private func resultType(_ node: SyntaxNode) -> TypeReference? {
    guard kinds[node] != .initDeclaration else { return nil }
    return typeChild(node)
  }

  private mutating func lowerParameters(_ node: SyntaxNode, of id: FunctionID) {
    let children = node.children.filter { !isTrivia($0) }
    for (index, child) in children.enumerated() where kinds[child] == .parameter {
      var defaultValue: ExpressionID?
      for next in children[(index + 1)...] {
        if kinds[next] == .parameter { break }
        if next.fieldID == fields.defaultValue { defaultValue = lowerExpression(next, of: typeChild(child)) }
      }
      let isVariadic = index + 1 < children.count && kinds[children[index + 1]] == .ellipsisToken
      addParameter(child, to: id, defaultValue: defaultValue, isVariadic: isVariadic || hasChild(child, .ellipsisToken))
    }
  }

  private mutating func addParameter(
    _ node: SyntaxNode, to id: FunctionID, defaultValue: ExpressionID?, isVariadic: Bool
  ) {
    guard let nameNode = node.children.first(where: { $0.fieldID == fields.name && kinds[$0] == .simpleIdentifier })
    else { return }
    let name = identifierText(nameNode)
    let label = child(node, fields.externalName).map(identifierText) ?? name
    let type = typeChild(node)
    // Subscripts take their arguments by position unless a label is written.
    let isPlainSubscript = builder.facts[id].name == "subscript" && child(node, fields.externalName) == nil
    addParameter(
      name, label: label == "_" || isPlainSubscript ? nil : label,
      annotation: isVariadic ? type.map { .list($0) } : type, defaultValue: defaultValue,
      kind: isVariadic ? .list : .plain, to: id)
  }

  /// Adds a parameter and its symbol; the function's scope is the current one.
  mutating func addParameter(
    _ name: String, label: String?, annotation: TypeReference?, defaultValue: ExpressionID? = nil,
    kind: Parameter.Kind = .plain, to id: FunctionID
  ) {
    let index = builder.facts[id].parameters.count
    let symbol = name == "_" ? nil : builder.declare(name, .parameter(id, index), in: builder.facts[id].scope)
    let parameter = Parameter(
      name: name, label: label, annotation: annotation, defaultValue: defaultValue, kind: kind, symbol: symbol)
    builder.update(id) { $0.parameters.append(parameter) }
  }
}
