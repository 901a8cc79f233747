package import InventoryModel

extension FileFacts {
  /// Expressions that nothing else of the facts speaks of: conditions, loose values.
  package var unusedExpressions: [ExpressionID] {
    var used = Set(expressions.flatMap(\.kind.operands))
    used.formUnion(discarded)
    used.formUnion(nilChecks)
    for binding in bindings { used.formUnion([binding.target, binding.value].compactMap(\.self)) }
    for function in functions {
      used.formUnion(function.returns + function.yields + function.decorators)
      used.formUnion(function.parameters.compactMap(\.defaultValue))
    }
    for type in types { used.formUnion(type.decorators + type.fields.compactMap(\.value)) }
    for export in exports { if case .value(let value) = export.source { used.insert(value) } }
    return expressions.indices.map { ExpressionID($0) }.filter { !used.contains($0) }
  }
}
