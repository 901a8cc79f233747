import FrontEnd
import InventoryModel
import TreeSitter

extension JavaScriptLowering {
  mutating func classDeclaration(_ node: SyntaxNode) {
    let id = classType(node)
    if let name = node.child(field: grammar.name) { declare(name.text, .type(id)) }
  }

  /// A class, declared or written as a value: then its name is known inside it alone.
  mutating func classType(_ node: SyntaxNode) -> TypeID {
    let name = node.child(field: grammar.name)
    let id = builder.reserveType(name?.text ?? inferredName, .class, at: position(name ?? node))
    inferredName = ""
    let around = node.parent.flatMap { kind($0) == .exportStatement ? $0 : nil }
    let decorators = self.decorators(of: node) + (around.map { self.decorators(of: $0) } ?? [])
    let bases = self.bases(of: node)
    let typeParameters = self.typeParameters(of: node)
    let scope = builder.enter(.type(id), at: position(node))
    if let name, kind(node) == .class { declare(name.text, .type(id)) }
    builder.update(id) { type in
      type.bases = bases
      type.typeParameters = typeParameters
      type.decorators = decorators
      type.memberScope = scope
    }
    if let body = node.child(field: grammar.body) { members(of: id, in: body) }
    builder.leave()
    return id
  }

  /// What a field or parameter is given by its decorators: by those that are called, as a container of dependencies is
  /// asked, `@Inject(TOKEN)`.
  mutating func givenValue(_ decorators: [ExpressionID], at node: SyntaxNode) -> ExpressionID? {
    let calls = decorators.filter { if case .call = builder.facts[$0].kind { true } else { false } }
    return calls.count > 1 ? add(.either(calls), at: node) : calls.first
  }

  mutating func decorators(of node: SyntaxNode) -> [ExpressionID] {
    var found: [ExpressionID] = []
    for part in node.namedChildren where kind(part) == .decorator {
      if let inner = part.parts.first { found.append(expression(inner)) }
    }
    return found
  }

  /// The bases of a class. A call such as `mixin(Base)` is kept as an expression, and its arguments that are
  /// names are taken for bases.
  private mutating func bases(of node: SyntaxNode) -> [TypeReference] {
    guard let heritage = first(.classHeritage, in: node) else { return [] }
    var bases: [TypeReference] = []
    for part in heritage.parts {
      switch kind(part) {
      case .extendsClause:
        let written = part.child(field: grammar.typeArguments).map { types(in: $0) } ?? []
        for value in part.children(field: grammar.value) { bases += base(value, written) }
      case .implementsClause: bases += types(in: part)
      default: bases += base(part, [])
      }
    }
    return bases
  }

  private mutating func base(_ node: SyntaxNode, _ arguments: [TypeReference]) -> [TypeReference] {
    let value = expression(node)
    if let path = path(of: value) { return [.named(path, arguments: arguments)] }
    guard case .call(_, let operands) = builder.facts[value].kind else { return [] }
    return operands.compactMap { path(of: $0.value) }.map { .named($0, arguments: []) }
  }

  private mutating func members(of type: TypeID, in body: SyntaxNode) {
    var decorators: [ExpressionID] = []
    for part in body.parts {
      switch kind(part) {
      case .decorator: if let inner = part.parts.first { decorators.append(expression(inner)) }
      case .methodDefinition, .methodSignature, .abstractMethod:
        let id = method(part, of: type)
        builder.update(id) { [decorators] in $0.decorators = decorators + $0.decorators }
        decorators = []
      case .publicField, .fieldDefinition: field(part, of: type)
      case .classStaticBlock: part.child(field: grammar.body).map { block($0, .block) }
      case .indexSignature: break
      default: statement(part)
      }
    }
  }

  /// A method, accessor or constructor, with or without a body.
  @discardableResult
  mutating func method(_ node: SyntaxNode, of type: TypeID) -> FunctionID {
    let nameNode = node.child(field: grammar.name) ?? node
    let name = propertyName(nameNode) ?? ""
    if kind(nameNode) == .computedName, let inner = nameNode.parts.first { expression(inner) }
    let isConstructor = name == "constructor" && !has("static", node)
    let id = function(node, name: name, at: nameNode, owner: type, traits: isConstructor ? .isConstructor : [])
    if isConstructor { parameterProperties(of: node, constructor: id, type: type) }
    return id
  }

  private mutating func field(_ node: SyntaxNode, of type: TypeID) {
    let decorators = decorators(of: node)
    let given = givenValue(decorators, at: node)
    guard let nameNode = node.child(field: grammar.name) ?? node.child(field: grammar.property) else { return }
    let name = propertyName(nameNode) ?? ""
    let annotation = node.child(field: grammar.type).flatMap { self.type($0) }
    let value = node.child(field: grammar.value).map { named($0, name) } ?? given
    let field = Field(
      name: name, annotation: annotation, value: value, isStatic: has("static", node), position: position(nameNode))
    builder.update(type) { $0.fields.append(field) }
  }

  /// `constructor(private readonly store: Store)` declares a field and sets it.
  private mutating func parameterProperties(of node: SyntaxNode, constructor: FunctionID, type: TypeID) {
    guard let list = node.child(field: grammar.parameters) else { return }
    let scope = builder.facts[constructor].scope
    for part in list.parts {
      let isProperty =
        first(.accessibilityModifier, in: part) != nil || first(.overrideModifier, in: part) != nil
        || has("readonly", part)
      guard isProperty, let name = part.child(field: grammar.pattern), kind(name) == .identifier else { continue }
      let place = position(name)
      let annotation = builder.facts[constructor].parameters.first { $0.name == name.text }?.annotation
      let field = Field(name: name.text, annotation: annotation, value: nil, position: place)
      builder.update(type) { $0.fields.append(field) }
      builder.inside(scope) { builder in
        let receiver = builder.add(.receiver, at: place)
        let value = builder.add(.name(name.text, nil), at: place)
        builder.bind(builder.add(.member(receiver, name.text), at: place), to: value)
      }
    }
  }
}
