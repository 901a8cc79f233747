import FrontEnd
import InventoryModel
import TreeSitter

extension PythonLowering {
  mutating func ifStatement(_ node: SyntaxNode) {
    condition(node)
    branch(node.child(field: grammar.consequence))
    for alternative in node.children(field: grammar.alternative) {
      if kind(alternative) == .elifClause {
        condition(alternative)
        branch(alternative.child(field: grammar.consequence))
      } else {
        branch(alternative.child(field: grammar.body))
      }
    }
  }

  private mutating func condition(_ node: SyntaxNode) {
    if let condition = node.child(field: grammar.condition) { expression(condition) }
  }

  private mutating func branch(_ body: SyntaxNode?) {
    guard let body else { return }
    scoped(.branch, body) { $0.block(body) }
  }

  /// Runs `body` inside a new scope.
  private mutating func scoped(
    _ kind: Scope.Kind, _ node: SyntaxNode, _ body: (inout PythonLowering) -> Void
  ) {
    builder.enter(kind, at: position(node))
    body(&self)
    builder.leave()
  }

  mutating func forStatement(_ node: SyntaxNode) {
    guard let target = node.child(field: grammar.left), let right = node.child(field: grammar.right) else { return }
    let iterable = expression(right)
    scoped(.loop, node) {
      $0.bindElement(target, of: iterable, in: $0.variableScope)
      $0.block(node.child(field: $0.grammar.body))
    }
    branch(node.child(field: grammar.alternative)?.child(field: grammar.body))
  }

  mutating func whileStatement(_ node: SyntaxNode) {
    scoped(.loop, node) {
      $0.condition(node)
      $0.block(node.child(field: $0.grammar.body))
    }
    branch(node.child(field: grammar.alternative)?.child(field: grammar.body))
  }

  mutating func withStatement(_ node: SyntaxNode) {
    for item in node.children.filter({ kind($0) == .withClause }).flatMap({ $0.parts }) {
      guard let value = item.child(field: grammar.value) ?? item.parts.first else { continue }
      enter(value)
    }
    block(node.child(field: grammar.body))
  }

  /// `context as target`; `(a as b, c as d)` is parsed as a tuple when it stands in brackets of its own.
  private mutating func enter(_ node: SyntaxNode) {
    guard descend() else { return }
    defer { ascend() }
    switch kind(node) {
    case .tuple where holdsTargets(node), .parenthesizedExpression where holdsTargets(node):
      for part in node.parts { enter(part) }
    case .asPattern:
      guard let context = node.parts.first else { return }
      let entered = entered(context)
      if let target = node.child(field: grammar.alias) { bind(target, to: entered, in: variableScope) }
    default: _ = entered(node)
    }
  }

  private func holdsTargets(_ node: SyntaxNode) -> Bool { node.parts.contains { kind($0) == .asPattern } }

  private mutating func entered(_ context: SyntaxNode) -> ExpressionID {
    let value = expression(context)
    return builder.add(.entered(value), at: builder.facts[value].position)
  }

  mutating func tryStatement(_ node: SyntaxNode) {
    let `guard` = builder.reserveGuard(at: position(node))
    if let body = node.child(field: grammar.body) {
      scoped(.guarded(`guard`), body) { $0.block(body) }
    }
    for clause in node.parts {
      switch kind(clause) {
      case .exceptClause, .exceptGroupClause: handler(clause, of: `guard`)
      case .finallyClause:
        scoped(.handler(`guard`), clause) { lowering in
          lowering.block(clause.parts.first { lowering.kind($0) == .block })
        }
      case .elseClause: branch(clause.child(field: grammar.body))
      default: break
      }
    }
  }

  /// `except (A, B) as error:`
  private mutating func handler(_ clause: SyntaxNode, of guard: GuardID) {
    let all = Array(clause.parts)
    let body = all.last { kind($0) == .block }
    var caught = all.first { kind($0) != .block }
    var name = clause.child(field: grammar.alias)
    if let pattern = caught, kind(pattern) == .asPattern {
      name = pattern.child(field: grammar.alias)
      caught = pattern.parts.first
    }
    if let group = caught, kind(group) == .listSplat { caught = group.parts.first }
    let start = position(clause)
    builder.enter(.handler(`guard`), at: start)
    if let caught { expression(caught) }
    if let name { bind(name, to: nil, in: variableScope) }
    block(body)
    builder.leave()
    let alwaysRethrows = body.flatMap { $0.parts.last }.map { kind($0) == .raiseStatement } ?? false
    builder.addHandler(
      Guard.Handler(catches: caught.map { catches($0) } ?? [], position: start, rethrows: alwaysRethrows), to: `guard`)
  }

  private func catches(_ node: SyntaxNode) -> [String] {
    switch kind(node) {
    case .tuple, .parenthesizedExpression: node.parts.map(\.text)
    default: [node.text]
    }
  }
}
