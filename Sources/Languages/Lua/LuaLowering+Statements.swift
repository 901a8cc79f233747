import FrontEnd
import InventoryModel
import TreeSitter

extension LuaLowering {
  /// The statements of a block, a file or an error node, in the current scope.
  mutating func statements(of node: SyntaxNode) {
    let openedAround = openedByLocals
    openedByLocals = 0
    for child in parts(node) { statement(child) }
    closeLocals(openedAround)
  }

  /// Leaves the scopes that locals of the finished block have opened.
  private mutating func closeLocals(_ openedAround: Int) {
    for _ in 0..<openedByLocals { builder.leave() }
    openedByLocals = openedAround
  }

  mutating func statement(_ node: SyntaxNode) {
    _ = descend { $0.anyStatement(node) }
  }

  private mutating func anyStatement(_ node: SyntaxNode) {
    switch kinds[node] {
    case .variableDeclaration: localDeclaration(node)
    case .assignment: assignment(node)
    case .functionDeclaration: functionDeclaration(node)
    case .functionCall: builder.noteDiscarded(expression(node))
    case .doStatement: scope(.block, of: node)
    case .whileStatement: scope(.loop, of: node)
    case .repeatStatement: repeatStatement(node)
    case .ifStatement: ifStatement(node)
    case .forStatement: forStatement(node)
    case .returnStatement: returnStatement(node)
    case .hashBangLine, .emptyStatement, .breakStatement, .gotoStatement, .label, .comment: break
    case .block: scope(.block, of: node)
    case .elseifStatement, .elseStatement: scope(.branch, of: node)
    case .expressionList, .variableList, .arguments, .parameters, .field, .numericClause, .genericClause, nil:
      for child in parts(node) { statement(child) }
    default: expression(node)
    }
  }

  /// A statement with a scope of its own: what is in it are conditions and a block.
  private mutating func scope(_ kind: Scope.Kind, of node: SyntaxNode) {
    builder.enter(kind, at: position(node))
    for child in parts(node) {
      if kinds[child] == .block { statements(of: child) } else { statement(child) }
    }
    builder.leave()
  }

  /// The condition sees the names of the body.
  private mutating func repeatStatement(_ node: SyntaxNode) {
    builder.enter(.loop, at: position(node))
    let openedAround = openedByLocals
    openedByLocals = 0
    for child in parts(node) {
      for inner in kinds[child] == .block ? parts(child) : [child] { statement(inner) }
    }
    closeLocals(openedAround)
    builder.leave()
  }

  private mutating func ifStatement(_ node: SyntaxNode) {
    for child in parts(node) {
      switch kinds[child] {
      case .block:
        builder.enter(.branch, at: position(child))
        statements(of: child)
        builder.leave()
      case .elseifStatement, .elseStatement: scope(.branch, of: child)
      default: statement(child)
      }
    }
  }

  private mutating func forStatement(_ node: SyntaxNode) {
    let clause = parts(node).first { kinds[$0] == .numericClause || kinds[$0] == .genericClause }
    let loop = clause.map { kinds[$0] == .numericClause ? numericLoop($0) : genericLoop($0) } ?? []
    builder.enter(.loop, at: position(node))
    for (name, value) in loop { declareLocal(name, value) }
    for child in parts(node) where child != clause {
      if kinds[child] == .block { statements(of: child) } else { statement(child) }
    }
    builder.leave()
  }

  private mutating func numericLoop(_ clause: SyntaxNode) -> [(SyntaxNode, ExpressionID?)] {
    let parts = parts(clause)
    guard let name = parts.first, kinds[name] == .identifier else { return [] }
    let bounds = parts.dropFirst().map { expression($0) }
    return [(name, add(.other(bounds), at: name))]
  }

  /// Of several names the second holds the elements of a table, the first their keys.
  private mutating func genericLoop(_ clause: SyntaxNode) -> [(SyntaxNode, ExpressionID?)] {
    let names = firstChild(clause, .variableList).map { parts($0).filter { kinds[$0] == .identifier } } ?? []
    let iterators = firstChild(clause, .expressionList).map { list in parts(list).map { expression($0) } } ?? []
    guard let iterator = iterators.first, let first = names.first else { return [] }
    let table = table(of: iterators)
    let element = add(.element(table ?? iterator), at: first)
    guard names.count > 1 else { return [(first, element)] }
    guard let table else { return names.enumerated().map { ($1, add(.unpacked(element, $0), at: $1)) } }
    return [(first, add(.other([table]), at: first)), (names[1], element)]
  }

  /// What `pairs(t)`, `ipairs(t)` and `next, t` go over.
  private func table(of iterators: [ExpressionID]) -> ExpressionID? {
    if iterators.count > 1, isGlobal(iterators[0], "next") { return iterators[1] }
    guard case .call(let callee, let arguments) = builder.facts[iterators[0]].kind else { return nil }
    return isGlobal(callee, "pairs") || isGlobal(callee, "ipairs") ? arguments.first?.value : nil
  }

  private mutating func returnStatement(_ node: SyntaxNode) {
    let values = firstChild(node, .expressionList).map { list in partsInErrors(list).map { expression($0) } } ?? []
    guard let first = values.first else { return }
    let value = values.count == 1 ? first : builder.add(.list(values), at: builder.facts[first].position)
    if let function = functions.last {
      builder.update(function) { $0.returns.append(value) }
    } else {
      builder.add(Export(name: nil, source: .value(value)))
    }
  }
}
