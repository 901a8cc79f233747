import FrontEnd
import InventoryModel
import TreeSitter

extension JavaScriptLowering {
  mutating func statements(in node: SyntaxNode) {
    for part in node.parts { statement(part) }
  }

  func isStatement(_ node: SyntaxNode) -> Bool {
    switch kind(node) {
    case .expressionStatement, .block, .lexicalDeclaration, .variableDeclaration, .functionDeclaration,
      .generatorDeclaration, .classDeclaration, .abstractClass, .ifStatement, .forStatement, .forInStatement,
      .whileStatement, .doStatement, .switchStatement, .tryStatement, .throwStatement, .returnStatement,
      .labeledStatement, .importStatement, .exportStatement, .functionSignature, .interfaceDeclaration, .typeAlias,
      .enumDeclaration, .ambientDeclaration, .module, .internalModule, .breakStatement, .continueStatement:
      true
    default: false
    }
  }

  mutating func statement(_ node: SyntaxNode) {
    guard descend() else { return }
    defer { ascend() }
    switch kind(node) {
    case .expressionStatement: expressionStatement(node)
    case .block: block(node, .block)
    case .lexicalDeclaration: variables(node, in: builder.currentScope)
    case .variableDeclaration: variables(node, in: builder.functionScope)
    case .functionDeclaration, .generatorDeclaration, .functionSignature: functionDeclaration(node)
    case .returnStatement: returnStatement(node)
    case .ifStatement: conditional(node)
    case .forStatement, .whileStatement, .doStatement: loop(node)
    case .forInStatement: iteration(node)
    case .switchStatement: switchStatement(node)
    case .tryStatement: tryStatement(node)
    case .throwStatement: _ = expressions(parts(node))
    case .labeledStatement: node.child(field: grammar.body).map { statement($0) }
    case .breakStatement, .continueStatement, .emptyStatement, .hashBang, .comment: break
    default: declaration(node)
    }
  }

  private mutating func declaration(_ node: SyntaxNode) {
    switch kind(node) {
    case .classDeclaration, .abstractClass: classDeclaration(node)
    case .importStatement: importStatement(node)
    case .importAlias: importAlias(node)
    case .exportStatement: exportStatement(node)
    case .interfaceDeclaration: interface(node)
    case .typeAlias: typeAlias(node)
    case .enumDeclaration: enumeration(node)
    case .ambientDeclaration: statements(in: node)
    case .module, .internalModule: namespace(node)
    case .decorator: node.parts.first.map { _ = expression($0) }
    default:
      if node.isError || parts(node).contains(where: { isStatement($0) }) {
        statements(in: node)
      } else if node.isNamed {
        expression(node)
      }
    }
  }

  private mutating func expressionStatement(_ node: SyntaxNode) {
    guard let inner = node.parts.first else { return }
    if kind(inner) == .internalModule { statement(inner) } else { discarded(inner) }
  }

  /// Lowers an expression whose value nobody uses.
  mutating func discarded(_ node: SyntaxNode) {
    var value = expression(node)
    while case .cast(let operand, _) = builder.facts[value].kind { value = operand }
    if case .call = builder.facts[value].kind { builder.noteDiscarded(value) }
  }

  /// A block, or the single statement in its place, in a scope.
  mutating func block(_ node: SyntaxNode, _ scope: Scope.Kind) {
    builder.enter(scope, at: position(node))
    if kind(node) == .block { statements(in: node) } else { statement(node) }
    builder.leave()
  }

  mutating func variables(_ node: SyntaxNode, in scope: ScopeID) {
    for part in node.parts {
      guard kind(part) == .declarator, let target = part.child(field: grammar.name) else { continue }
      let annotation = part.child(field: grammar.type).flatMap { type($0) }
      let name = kind(target) == .identifier ? target.text : nil
      let value = part.child(field: grammar.value).map { named($0, name) }
      if let name, let value { notePrototype(name, value) }
      bind(target, to: value, annotation: annotation, in: scope)
    }
  }

  private mutating func returnStatement(_ node: SyntaxNode) {
    guard let inner = node.parts.first else { return }
    let value = expression(inner)
    if let function = functions.last { builder.update(function) { $0.returns.append(value) } }
  }

  private mutating func conditional(_ node: SyntaxNode) {
    var current = node
    while true {
      if let condition = current.child(field: grammar.condition) { expression(condition) }
      if let branch = current.child(field: grammar.consequence) { block(branch, .branch) }
      guard let clause = current.child(field: grammar.alternative), let branch = clause.parts.first else { return }
      guard kind(branch) == .ifStatement else { return block(branch, .branch) }
      current = branch
    }
  }

  private mutating func loop(_ node: SyntaxNode) {
    builder.enter(.loop, at: position(node))
    for part in node.parts {
      if kind(part) == .block {
        statements(in: part)
      } else {
        statement(part)
      }
    }
    builder.leave()
  }

  /// `for (const x of xs)`, `for (const name in object)`
  private mutating func iteration(_ node: SyntaxNode) {
    let iterable = node.child(field: grammar.right).map { expression($0) }
    let declared = node.child(field: grammar.kind)
    builder.enter(.loop, at: position(node))
    if let target = node.child(field: grammar.left) {
      let scope = declared.map { $0.textEquals("var") ? builder.functionScope : builder.currentScope }
      if let iterable, node.child(field: grammar.operator)?.textEquals("of") == true {
        bindElement(target, of: iterable, in: scope)
      } else {
        bind(target, to: nil, in: scope)
      }
    }
    if let body = node.child(field: grammar.body) {
      if kind(body) == .block { statements(in: body) } else { statement(body) }
    }
    builder.leave()
  }

  private mutating func switchStatement(_ node: SyntaxNode) {
    if let value = node.child(field: grammar.value) { expression(value) }
    guard let body = node.child(field: grammar.body) else { return }
    builder.enter(.block, at: position(body))
    for clause in body.parts {
      let value = clause.child(field: grammar.value)
      if let value { expression(value) }
      builder.enter(.branch, at: position(clause))
      for part in clause.parts where part.fieldID != grammar.value || isStatement(part) { statement(part) }
      builder.leave()
    }
    builder.leave()
  }

  private mutating func tryStatement(_ node: SyntaxNode) {
    let id = builder.reserveGuard(at: position(node))
    if let body = node.child(field: grammar.body) { block(body, .guarded(id)) }
    if let clause = node.child(field: grammar.handler), let body = clause.child(field: grammar.body) {
      builder.addHandler(.init(catches: [], position: position(clause), rethrows: throwsAgain(body)), to: id)
      builder.enter(.handler(id), at: position(clause))
      if let parameter = clause.child(field: grammar.parameter) {
        bind(parameter, to: nil, in: builder.currentScope)
      }
      statements(in: body)
      builder.leave()
    }
    if let clause = node.child(field: grammar.finalizer), let body = clause.child(field: grammar.body) {
      block(body, .handler(id))
    }
  }
}
