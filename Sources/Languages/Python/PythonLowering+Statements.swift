import FrontEnd
import InventoryModel
import TreeSitter

extension PythonLowering {
  /// The whole file; a leading string is its documentation and no value.
  mutating func module(_ node: SyntaxNode) {
    let text = node.parts.first.flatMap { docstring($0) }
    if let text { builder.setDocumentation(text) }
    for statement in node.parts.dropFirst(text == nil ? 0 : 1) { self.statement(statement) }
  }

  /// A block of statements.
  mutating func block(_ node: SyntaxNode?) {
    guard let node else { return }
    for statement in node.parts { self.statement(statement) }
  }

  /// The body of a function or class; gives back its docstring, which is no value unless a decorator may take it from
  /// there.
  mutating func documentedBody(_ node: SyntaxNode?, isDecorated: Bool) -> String? {
    guard let node else { return nil }
    let text = node.parts.first.flatMap { docstring($0) }
    for statement in node.parts.dropFirst(text == nil || isDecorated ? 0 : 1) { self.statement(statement) }
    return text
  }

  mutating func statement(_ node: SyntaxNode) {
    guard descend() else { return }
    defer { ascend() }
    switch kind(node) {
    case .expressionStatement: expressionStatement(node)
    case .returnStatement: returnStatement(node)
    case .importStatement: importModules(node)
    case .importFromStatement: importNames(node)
    case .futureImportStatement: break
    case .functionDefinition: functionDefinition(node, decorators: [])
    case .classDefinition: classDefinition(node, decorators: [])
    case .decoratedDefinition: decoratedDefinition(node)
    case .ifStatement: ifStatement(node)
    case .forStatement: forStatement(node)
    case .whileStatement: whileStatement(node)
    case .tryStatement: tryStatement(node)
    case .withStatement: withStatement(node)
    case .matchStatement: matchStatement(node)
    case .globalStatement: globalStatement(node)
    case .nonlocalStatement: nonlocalStatement(node)
    case .typeAliasStatement: typeAlias(node)
    case .block: block(node)
    default:
      if isExpression(node) { expression(node) } else { for part in node.parts { statement(part) } }
    }
  }

  /// Whether a node that stands where a statement is expected, such as in an error node, is an expression.
  private func isExpression(_ node: SyntaxNode) -> Bool { !node.isError && kind(node) != nil }

  private mutating func expressionStatement(_ node: SyntaxNode) {
    for part in node.parts {
      switch kind(part) {
      case .assignment: _ = assignment(part)
      case .augmentedAssignment: _ = augmentedAssignment(part)
      default:
        let value = expression(part)
        if case .call = builder.facts[value].kind { builder.noteDiscarded(value) }
      }
    }
  }

  private mutating func returnStatement(_ node: SyntaxNode) {
    guard let part = node.parts.first else { return }
    let value = expression(part)
    if let function = functions.last { builder.update(function) { $0.returns.append(value) } }
  }

  /// `a = b = value`, `a: T = value`, `a: T`; gives back the value.
  mutating func assignment(_ node: SyntaxNode) -> ExpressionID? {
    guard let left = node.child(field: grammar.left) else { return nil }
    let type = node.child(field: grammar.type)
    let annotation = type.flatMap { PythonTypeParser.parse($0.text) }
    var value: ExpressionID?
    if let right = node.child(field: grammar.right) { value = expression(right) }
    bind(left, to: value, annotation: annotation, in: variableScope)
    if kind(left) == .identifier {
      if let owner = enclosingType, let annotation {
        let field = Field(
          name: left.text, annotation: annotation, value: value,
          isStatic: type?.text.contains("ClassVar") == true, position: position(left))
        builder.update(owner) { $0.fields.append(field) }
      }
      if let right = node.child(field: grammar.right) { aliasType(left, right, annotation) }
    }
    return value
  }

  /// `x += value` gives x what the operator makes of both.
  mutating func augmentedAssignment(_ node: SyntaxNode) -> ExpressionID? {
    guard let left = node.child(field: grammar.left), let right = node.child(field: grammar.right) else { return nil }
    if kind(left) == .identifier { builder.declare(left.text, .variable, in: variableScope) }
    let target = expression(left)
    let value = expression(right)
    let sign = node.child(field: grammar.operator).flatMap { binaryOperator($0) }
    let kind: Expression.Kind = sign.map { .binary($0, target, value) } ?? .other([target, value])
    let result = builder.add(kind, at: builder.facts[target].position)
    switch builder.facts[target].kind {
    case .name, .member, .index: builder.bind(target, to: result)
    default: break
    }
    return result
  }

  private mutating func globalStatement(_ node: SyntaxNode) {
    let scope = variableScope
    guard scope != .file else { return }
    for name in node.parts {
      let symbol = builder.declare(name.text, .variable, in: .file)
      builder.alias(name.text, in: scope, to: symbol)
    }
  }

  private mutating func nonlocalStatement(_ node: SyntaxNode) {
    let scope = variableScope
    guard let parent = builder.facts[scope].parent else { return }
    for name in node.parts {
      guard let symbol = builder.lookUp(name.text, from: parent) else { continue }
      builder.alias(name.text, in: scope, to: symbol)
    }
  }

  /// The text of a statement that is nothing but a string.
  private func docstring(_ node: SyntaxNode) -> String? {
    guard kind(node) == .expressionStatement, let literal = node.parts.first,
      let kind = kind(literal), kind == .string || kind == .concatenatedString
    else { return nil }
    return literal.descendants.filter { self.kind($0) == .stringContent }.map(\.text).joined()
  }
}
