package import InventoryModel

extension Expression.Kind {
  /// The expressions that this one is made of, in source order.
  package var operands: [ExpressionID] {
    switch self {
    case .name, .receiver, .base, .implicitMember, .number, .boolean, .null, .function, .type, .typeValue, .module: []
    case .member(let base, _), .cast(let base, _), .element(let base), .unpacked(let base, _), .entered(let base),
      .spread(let base):
      [base]
    case .call(let callee, let arguments), .construct(let callee, let arguments): [callee] + arguments.map(\.value)
    case .string(let template):
      template.parts.compactMap { if case .hole(let value) = $0 { value } else { nil } }
    case .list(let values), .either(let values), .other(let values): values
    case .map(let entries): entries.flatMap { [$0.key, $0.value].compactMap(\.self) }
    case .index(let base, let index): [base, index]
    case .binary(_, let left, let right): [left, right]
    }
  }
}

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
