extension Expression.Kind {
  /// The expressions that this one is made of, in source order; each was added to its file before this one.
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
