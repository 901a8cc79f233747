import FrontEnd
import InventoryModel
import TreeSitter

extension SwiftLowering {
  /// One name of `let a = 1, (b, c) = f(), d: Int { 3 }`, with what is said of it.
  private struct Declarator {
    let pattern: SyntaxNode
    var annotation: SyntaxNode?
    var value: SyntaxNode?
    var accessors: SyntaxNode?
    var observers: SyntaxNode?
  }

  /// `let` and `var`: fields and accessors in a type, variables elsewhere.
  mutating func lowerProperty(_ node: SyntaxNode) {
    let isStatic = isStatic(node)
    _ = lowerAttributes(node)
    for declarator in declarators(node) {
      if let accessors = declarator.accessors, boundName(declarator.pattern) == nil {
        // What the grammar makes of an initializer whose head it does not know.
        for part in parts(accessors) { lowerStatement(part) }
        continue
      }
      let annotation = declarator.annotation.flatMap(typeChild)
      if let accessors = declarator.accessors, let name = boundName(declarator.pattern) {
        lowerComputed(name, accessors, type: annotation, isStatic: isStatic)
      } else if let owner {
        lowerField(declarator, annotation: annotation, isStatic: isStatic, of: owner)
      } else {
        lowerVariable(declarator, annotation: annotation)
      }
      if let observers = declarator.observers, let name = boundName(declarator.pattern) {
        lowerObservers(observers, of: name)
      }
    }
    lowerErrors(node.children)
  }

  private func declarators(_ node: SyntaxNode) -> [Declarator] {
    var result: [Declarator] = []
    for part in node.children {
      if kinds[part] == .pattern {
        result.append(Declarator(pattern: part))
        continue
      }
      guard !result.isEmpty else { continue }
      let last = result.endIndex - 1
      switch kinds[part] {
      case .typeAnnotation: result[last].annotation = part
      case .computedProperty: result[last].accessors = part
      case .willsetDidsetBlock: result[last].observers = part
      default: if part.fieldID == fields.value { result[last].value = part }
      }
    }
    return result
  }

  private func boundName(_ pattern: SyntaxNode) -> SyntaxNode? { pattern.child(field: fields.boundIdentifier) }

  private mutating func lowerField(
    _ declarator: Declarator, annotation: TypeReference?, isStatic: Bool, of owner: TypeID
  ) {
    self.owner = nil
    let value = declarator.value.map { lowerExpression($0, of: annotation) }
    self.owner = owner
    addFields(declarator.pattern, annotation: annotation, value: value, isStatic: isStatic, to: owner)
  }

  private mutating func addFields(
    _ pattern: SyntaxNode, annotation: TypeReference?, value: ExpressionID?, isStatic: Bool, to owner: TypeID
  ) {
    let inner = pattern.children.filter { kinds[$0] == .pattern }
    guard inner.isEmpty else {
      for (index, part) in inner.enumerated() {
        let element = value.map { builder.add(.unpacked($0, index), at: position(part)) }
        addFields(part, annotation: nil, value: element, isStatic: isStatic, to: owner)
      }
      return
    }
    guard let name = boundName(pattern) ?? child(pattern, .simpleIdentifier) else { return }
    let field = Field(
      name: identifierText(name), annotation: annotation, value: value, isStatic: isStatic, position: position(name))
    builder.update(owner) { $0.fields.append(field) }
  }

  private mutating func lowerVariable(_ declarator: Declarator, annotation: TypeReference?) {
    let value = declarator.value.map { lowerExpression($0, of: annotation) }
    guard let name = boundName(declarator.pattern) else {
      lowerPattern(Array(declarator.pattern.children), subject: value, binds: true)
      if let value, child(declarator.pattern, .wildcardPattern) != nil { noteDiscarded(value) }
      return
    }
    if name.textEquals("_") {
      if let value { noteDiscarded(value) }
      return
    }
    if let initializer = declarator.value, builder.currentScope != .file, mentions(name, in: initializer) {
      enterBlock(at: name)
    }
    bindName(name, to: value, annotation: annotation)
  }

  /// Whether an initializer names what it initializes: then it means an outer name, as in `let x = x`.
  private func mentions(_ name: SyntaxNode, in node: SyntaxNode) -> Bool {
    let bytes = name.bytes
    func isSame(_ other: SyntaxNode) -> Bool {
      kinds[other] == .simpleIdentifier && other.bytes.elementsEqual(bytes)
    }
    return isSame(node) || node.descendants.contains(where: isSame)
  }

  /// A computed property or variable.
  private mutating func lowerComputed(
    _ name: SyntaxNode, _ accessors: SyntaxNode, type: TypeReference?, isStatic: Bool
  ) {
    let id = reserveAccessor(
      identifierText(name), at: name, traits: .isProperty, type: type, isStatic: isStatic, body: accessors)
    if owner == nil { builder.declare(identifierText(name), .function(id)) }
    lowerBody(of: id, at: accessors) { $0.lowerGetter(accessors, of: id) }
    lowerSetters(accessors, of: identifierText(name), type: type, isStatic: isStatic)
  }

  mutating func lowerSetters(_ accessors: SyntaxNode, of name: String, type: TypeReference?, isStatic: Bool) {
    for setter in accessors.children where kinds[setter] == .computedSetter || kinds[setter] == .computedModify {
      lowerSetter(setter, of: name, type: type, isStatic: isStatic, newValue: "newValue")
    }
  }

  /// The statements of a getter, written with or without `get`.
  mutating func lowerGetter(_ accessors: SyntaxNode, of id: FunctionID) {
    guard let getter = child(accessors, .computedGetter) else {
      lowerReturningList(child(accessors, .statements), of: id, valueIsUsed: true)
      lowerErrors(accessors.children)
      return
    }
    let traits = child(getter, .getterSpecifier).map(effects) ?? []
    builder.update(id) { $0.traits.formUnion(traits) }
    lowerReturningList(child(getter, .statements), of: id, valueIsUsed: true)
    lowerErrors(getter.children)
  }

  private mutating func lowerSetter(
    _ setter: SyntaxNode, of name: String, type: TypeReference?, isStatic: Bool, newValue: String
  ) {
    let id = reserveAccessor(name, at: setter, traits: .isSetter, type: nil, isStatic: isStatic, body: setter)
    let parameter = child(setter, .simpleIdentifier)?.text ?? newValue
    lowerBody(of: id, at: setter) { lowering in
      lowering.addParameter(parameter, label: nil, annotation: type, to: id)
      lowering.lowerList(lowering.child(setter, .statements))
    }
  }

  private mutating func lowerObservers(_ node: SyntaxNode, of name: SyntaxNode) {
    for clause in parts(node) {
      let newValue = kinds[clause] == .willsetClause ? "newValue" : "oldValue"
      lowerSetter(clause, of: identifierText(name), type: nil, isStatic: false, newValue: newValue)
    }
  }

  private mutating func reserveAccessor(
    _ name: String, at place: SyntaxNode, traits: FunctionDeclaration.Traits, type: TypeReference?, isStatic: Bool,
    body: SyntaxNode
  ) -> FunctionID {
    let id = builder.reserveFunction(name, at: position(place))
    let owner = owner
    let end = endLine(body)
    builder.update(id) { function in
      function.owner = owner
      function.traits = isStatic ? traits.union(.isStatic) : traits
      function.result = type
      function.endLine = end
    }
    return id
  }

  /// `var cache: Cache { get }` in a protocol.
  mutating func lowerPropertyRequirement(_ node: SyntaxNode) {
    guard let pattern = child(node, .pattern), let name = boundName(pattern) else { return }
    let type = child(node, .typeAnnotation).flatMap(typeChild)
    let id = reserveAccessor(
      identifierText(name), at: name, traits: .isProperty, type: type, isStatic: isStatic(node), body: node)
    lowerBody(of: id, at: node) { _ in }
  }
}
