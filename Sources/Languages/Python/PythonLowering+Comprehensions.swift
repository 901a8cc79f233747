import FrontEnd
import InventoryModel
import TreeSitter

extension PythonLowering {
  /// `[body for x in xs if condition]` and its kin: a list, or a map, of what the body gives.
  mutating func comprehension(_ node: SyntaxNode) -> ExpressionID {
    let start = position(node)
    let clauses = node.parts.filter { $0.fieldID != grammar.body }
    var iterable = clauses.first.flatMap { iterated(by: $0) }
    builder.enter(.loop, at: start)
    for clause in clauses {
      guard kind(clause) == .forInClause, let target = clause.child(field: grammar.left) else {
        expressions(clause.parts)
        continue
      }
      if iterable == nil { iterable = iterated(by: clause) }
      if let iterable { bindElement(target, of: iterable, in: builder.currentScope) }
      iterable = nil
    }
    let result = node.child(field: grammar.body).map { comprehended($0) } ?? .other([])
    builder.leave()
    return builder.add(result, at: start)
  }

  private mutating func iterated(by clause: SyntaxNode) -> ExpressionID? {
    guard kind(clause) == .forInClause else { return nil }
    let values = expressions(Array(clause.children(field: grammar.right).filter { $0.isNamed }))
    return values.count == 1 ? values[0] : add(.list(values), at: clause)
  }

  private mutating func comprehended(_ body: SyntaxNode) -> Expression.Kind {
    guard kind(body) == .pair, let key = body.child(field: grammar.key), let value = body.child(field: grammar.value)
    else { return .list([expression(body)]) }
    let name = expression(key)
    return .map([MapEntry(key: name, value: expression(value))])
  }
}
