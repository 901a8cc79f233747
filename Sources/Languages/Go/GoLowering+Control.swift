internal import FrontEnd
internal import InventoryModel
internal import TreeSitter

extension GoLowering {
  mutating func lowerIf(_ node: SyntaxNode) {
    inScope(.block, at: node) { lowering in
      let syntax = lowering.syntax
      if let initializer = node.child(field: syntax.initializer) { lowering.lowerStatement(initializer) }
      if let condition = node.child(field: syntax.condition) { _ = lowering.lowerExpression(condition) }
      if let body = node.child(field: syntax.consequence) {
        lowering.inScope(.branch, at: body) { $0.lowerStatements(in: body) }
      }
      guard let alternative = node.child(field: syntax.alternative) else { return }
      lowering.inScope(.branch, at: alternative) { lowering in
        if syntax[alternative] == .block {
          lowering.lowerStatements(in: alternative)
        } else {
          lowering.lowerStatement(alternative)
        }
      }
    }
  }

  mutating func lowerFor(_ node: SyntaxNode) {
    let body = node.child(field: syntax.body)
    let clause = node.operands.first { $0 != body }
    inScope(.block, at: node) { lowering in
      let range = clause.flatMap { lowering.lowerLoopStart($0) }
      lowering.inScope(.loop, at: body ?? node) { lowering in
        if let clause { lowering.lowerLoopRound(clause, over: range) }
        if let body { lowering.lowerStatements(in: body) }
      }
    }
  }

  /// What runs once before a loop: the initializer, or what is ranged over, which is the result.
  private mutating func lowerLoopStart(_ clause: SyntaxNode) -> ExpressionID? {
    switch syntax[clause] {
    case .rangeClause: return clause.child(field: syntax.right).map { lowerExpression($0) }
    case .forClause:
      if let initializer = clause.child(field: syntax.initializer) { lowerStatement(initializer) }
      return nil
    default: return nil
    }
  }

  /// What runs in each round of a loop.
  private mutating func lowerLoopRound(_ clause: SyntaxNode, over range: ExpressionID?) {
    switch syntax[clause] {
    case .rangeClause:
      if let range { bindRange(clause, over: range) }
    case .forClause:
      if let condition = clause.child(field: syntax.condition) { _ = lowerExpression(condition) }
      if let update = clause.child(field: syntax.update) { lowerStatement(update) }
    default: _ = lowerExpression(clause)
    }
  }

  /// Of two variables the second has the elements. A single one has them when the range is a call, as of a function
  /// that gives a channel or an iterator; over slices and maps it has indices or keys.
  private mutating func bindRange(_ clause: SyntaxNode, over range: ExpressionID) {
    guard let left = clause.child(field: syntax.left) else { return }
    let declares = clause.children.contains { $0.textEquals(":=") }
    let names = left.operands
    let isCall = if case .call = builder.facts[range].kind { true } else { false }
    for (index, name) in names.enumerated() where !name.textEquals("_") {
      let target = declares ? declareVariable(name) : lowerTarget(name)
      guard let target else { continue }
      let isElement = index == 1 || (names.count == 1 && isCall)
      let value = builder.add(isElement ? .element(range) : .other([range]), at: name.sourcePosition)
      builder.bind(target, to: value)
    }
  }

  /// A switch over values, and a select.
  mutating func lowerSwitch(_ node: SyntaxNode) {
    inScope(.block, at: node) { lowering in
      for child in node.operands {
        switch lowering.syntax[child] {
        case .expressionCase, .defaultCase, .communicationCase: lowering.lowerCase(child)
        case .some(let kind) where kind.isStatement: lowering.lowerStatement(child)
        default: _ = lowering.lowerExpression(child)
        }
      }
    }
  }

  private mutating func lowerCase(_ node: SyntaxNode) {
    inScope(.branch, at: node) { lowering in
      for child in node.operands {
        if lowering.syntax[child] == .expressionList {
          _ = lowering.lowerOperands(of: child)
        } else {
          lowering.lowerStatement(child)
        }
      }
    }
  }

  mutating func lowerTypeSwitch(_ node: SyntaxNode) {
    inScope(.block, at: node) { lowering in
      let syntax = lowering.syntax
      if let initializer = node.child(field: syntax.initializer) { lowering.lowerStatement(initializer) }
      let value = node.child(field: syntax.value).map { lowering.lowerExpression($0) }
      let alias = node.child(field: syntax.alias).flatMap { $0.operands.first }
      for child in node.operands {
        guard syntax[child] == .typeCase || syntax[child] == .defaultCase else { continue }
        lowering.inScope(.branch, at: child) { $0.lowerTypeCase(child, alias: alias, value: value) }
      }
    }
  }

  private mutating func lowerTypeCase(_ node: SyntaxNode, alias: SyntaxNode?, value: ExpressionID?) {
    let typeNodes = syntax[node] == .typeCase ? named(node, syntax.type) : []
    let types = typeNodes.map { lowerType($0) }
    if let alias, let value, let target = declareVariable(alias) {
      let seen: ExpressionID =
        switch types.count {
        case 0: value
        case 1: builder.add(.cast(value, types[0]), at: typeNodes[0].sourcePosition)
        default: builder.add(.cast(value, .either(types)), at: typeNodes[0].sourcePosition)
        }
      builder.bind(target, to: seen)
    }
    for child in node.operands where child.fieldID != syntax.type { lowerStatement(child) }
  }
}
