import FrontEnd
import InventoryModel
import TreeSitter

extension PythonLowering {
  mutating func decoratedDefinition(_ node: SyntaxNode) {
    var decorators: [ExpressionID] = []
    for decorator in node.parts where kind(decorator) == .decorator {
      if let inner = decorator.parts.first { decorators.append(expression(inner)) }
    }
    guard let definition = node.child(field: grammar.definition) else { return }
    switch kind(definition) {
    case .classDefinition: classDefinition(definition, decorators: decorators)
    default: functionDefinition(definition, decorators: decorators)
    }
  }

  mutating func functionDefinition(_ node: SyntaxNode, decorators: [ExpressionID]) {
    guard let nameNode = node.child(field: grammar.name) else { return }
    let name = nameNode.text
    let start = position(nameNode)
    let owner = enclosingType
    let id = builder.reserveFunction(name, at: start)
    builder.declare(name, .function(id), in: variableScope)
    var traits = traits(name, isMember: owner != nil, decorators: decorators)
    if node.children.contains(where: { !$0.isNamed && $0.textEquals("async") }) { traits.insert(.isAsync) }
    let parameters = node.child(field: grammar.parameters).map { self.parameters($0) } ?? []
    let typeParameters = self.typeParameters(node.child(field: grammar.typeParameters))
    let result = node.child(field: grammar.returnType).flatMap { PythonTypeParser.parse($0.text) }
    let scope = builder.enter(.function(id), at: start)
    let hasReceiver = owner != nil && !isStaticMethod(decorators)
    let declared = declare(parameters, of: id, hasReceiver: hasReceiver)
    builder.update(id) {
      $0.owner = owner
      $0.traits = traits
      $0.typeParameters = typeParameters
      $0.parameters = declared
      $0.result = result
      $0.decorators = decorators
      $0.scope = scope
      $0.endLine = Int32(node.endRow + 1)
    }
    functions.append(id)
    let documentation = documentedBody(node.child(field: grammar.body), isDecorated: !decorators.isEmpty)
    builder.update(id) { $0.documentation = documentation }
    functions.removeLast()
    builder.leave()
  }

  mutating func lambda(_ node: SyntaxNode) -> ExpressionID {
    let start = position(node)
    let id = builder.reserveFunction("", at: start)
    let parameters = node.child(field: grammar.parameters).map { self.parameters($0) } ?? []
    let scope = builder.enter(.function(id), at: start)
    let declared = declare(parameters, of: id, hasReceiver: false)
    functions.append(id)
    let value = node.child(field: grammar.body).map { expression($0) }
    functions.removeLast()
    builder.leave()
    builder.update(id) {
      $0.parameters = declared
      $0.scope = scope
      $0.endLine = Int32(node.row + 1)
      if let value { $0.returns.append(value) }
    }
    return builder.add(.function(id), at: start)
  }

  // MARK: Parameters

  /// A parameter as written, before its name has a scope.
  private struct WrittenParameter {
    var name: String
    var node: SyntaxNode
    var annotation: TypeReference?
    var defaultValue: ExpressionID?
    var kind = Parameter.Kind.plain
    var isPositional = false
  }

  /// Default values are evaluated outside of the function.
  private mutating func parameters(_ node: SyntaxNode) -> [WrittenParameter] {
    var written: [WrittenParameter] = []
    for part in node.parts {
      switch kind(part) {
      case .positionalSeparator:
        for index in written.indices { written[index].isPositional = true }
      case .identifier, .listSplatPattern, .dictionarySplatPattern, .tuplePattern:
        written.append(plain(part))
      case .defaultParameter, .typedDefaultParameter, .typedParameter:
        guard let name = part.child(field: grammar.name) ?? part.parts.first else { continue }
        var parameter = plain(name)
        parameter.annotation = part.child(field: grammar.type).flatMap { PythonTypeParser.parse($0.text) }
        parameter.defaultValue = part.child(field: grammar.value).map { expression($0) }
        written.append(parameter)
      default: break
      }
    }
    return written
  }

  private func plain(_ node: SyntaxNode) -> WrittenParameter {
    switch kind(node) {
    case .listSplatPattern: WrittenParameter(name: node.parts.first?.text ?? "", node: node, kind: .list)
    case .dictionarySplatPattern: WrittenParameter(name: node.parts.first?.text ?? "", node: node, kind: .map)
    case .identifier: WrittenParameter(name: node.text, node: node)
    default: WrittenParameter(name: "", node: node)
    }
  }

  private mutating func declare(
    _ written: [WrittenParameter], of function: FunctionID, hasReceiver: Bool
  ) -> [Parameter] {
    var remaining = written[...]
    if hasReceiver, let first = remaining.first, first.kind == .plain {
      builder.declare(first.name, .receiver(function))
      remaining.removeFirst()
    }
    var declared: [Parameter] = []
    for parameter in remaining {
      var symbol: SymbolID?
      if parameter.name.isEmpty {
        bind(parameter.node, to: nil, in: builder.currentScope)
      } else {
        symbol = builder.declare(parameter.name, .parameter(function, declared.count))
      }
      declared.append(
        Parameter(
          name: parameter.name, label: parameter.isPositional || parameter.kind != .plain ? nil : parameter.name,
          annotation: parameter.annotation, defaultValue: parameter.defaultValue, kind: parameter.kind,
          symbol: symbol))
    }
    return declared
  }

  // MARK: Traits

  private func traits(
    _ name: String, isMember: Bool, decorators: [ExpressionID]
  ) -> FunctionDeclaration.Traits {
    var traits: FunctionDeclaration.Traits = []
    guard isMember else { return traits }
    switch name {
    case "__init__": traits.insert(.isConstructor)
    case "__new__", "__class_getitem__", "__init_subclass__": traits.insert(.isStatic)
    case "__getattr__", "__getattribute__": traits.insert(.isDelegation)
    case "__enter__", "__aenter__": traits.insert(.isEntry)
    case "__call__": traits.insert(.isCallOperator)
    default: break
    }
    for name in decorators.compactMap({ lastName($0) }) {
      switch name {
      case "staticmethod", "classmethod": traits.insert(.isStatic)
      case "setter": traits.insert(.isSetter)
      case "getter": traits.insert(.isProperty)
      default: if name.hasSuffix("property") { traits.insert(.isProperty) }
      }
    }
    return traits
  }

  private func isStaticMethod(_ decorators: [ExpressionID]) -> Bool {
    decorators.contains { lastName($0) == "staticmethod" }
  }

  /// The last name of a decorator, called or not.
  private func lastName(_ decorator: ExpressionID) -> String? {
    switch builder.facts[decorator].kind {
    case .name(let name, _), .member(_, let name): name
    case .call(let callee, _): lastName(callee)
    default: nil
    }
  }
}
