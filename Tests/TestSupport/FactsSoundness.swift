package import InventoryModel

/// What is wrong with the facts of a file as such, whatever its source says: references into nothing, operands that
/// come after what is made of them, places outside of the file. Empty for every front end and every input.
package func unsoundness(of facts: FileFacts, lineCount: Int) -> [String] {
  var check = FactsSoundness(facts: facts, lineCount: lineCount)
  check.scopes()
  check.expressions()
  check.declarations()
  check.references()
  return check.problems
}

private struct FactsSoundness {
  let facts: FileFacts
  let lineCount: Int
  private(set) var problems: [String] = []

  /// Readers of facts go down by recursion; deeper expressions than this could exhaust their stack.
  private static let maximumDepth = 1000

  init(facts: FileFacts, lineCount: Int) {
    self.facts = facts
    self.lineCount = lineCount
  }

  private mutating func expect(_ isSound: Bool, _ problem: @autoclosure () -> String) {
    if !isSound, problems.count < 10 { problems.append(problem()) }
  }

  mutating func scopes() {
    for (index, scope) in facts.scopes.enumerated() {
      place(scope.position, "scope \(index)")
      if index == 0 {
        expect(scope.parent == nil, "the file's scope has a parent")
      } else {
        expect(scope.parent.map { $0.index >= 0 && $0.index < index } == true, "scope \(index) has no earlier parent")
      }
    }
  }

  mutating func expressions() {
    var depths: [Int] = []
    for (index, expression) in facts.expressions.enumerated() {
      place(expression.position, "expression \(index)")
      scope(expression.scope, "expression \(index)")
      if case .name(_, let symbol?) = expression.kind { self.symbol(symbol, "expression \(index)") }
      let operands = expression.kind.operands
      let areEarlier = operands.allSatisfy { $0.index >= 0 && $0.index < index }
      expect(areEarlier, "an operand of expression \(index) is not added before it")
      depths.append(areEarlier ? (operands.map { depths[Int($0.index)] }.max() ?? 0) + 1 : 1)
      places(in: expression, index)
    }
    let depth = depths.max() ?? 0
    expect(depth <= FactsSoundness.maximumDepth, "expressions are nested \(depth) deep")
  }

  private mutating func places(in expression: Expression, _ index: Int) {
    switch expression.kind {
    case .string(let template):
      for case .literal(_, let position) in template.parts { place(position, "a part of expression \(index)") }
    case .function(let id): expect(facts.functions.indices.contains(Int(id.index)), "no function \(id.index)")
    case .type(let id): expect(facts.types.indices.contains(Int(id.index)), "no type \(id.index)")
    case .module(let id): expect(facts.imports.indices.contains(Int(id.index)), "no import \(id.index)")
    default: break
    }
  }

  mutating func declarations() {
    for (index, function) in facts.functions.enumerated() {
      place(function.position, "function \(index)")
      scope(function.scope, "function \(index)")
      values(function.returns + function.yields + function.decorators, "function \(index)")
      for parameter in function.parameters {
        values([parameter.defaultValue].compactMap(\.self), "a parameter of function \(index)")
        if let symbol = parameter.symbol { self.symbol(symbol, "a parameter of function \(index)") }
      }
    }
    for (index, type) in facts.types.enumerated() {
      place(type.position, "type \(index)")
      scope(type.scope, "type \(index)")
      scope(type.memberScope, "type \(index)")
      values(type.decorators + type.fields.compactMap(\.value), "type \(index)")
    }
    for (index, symbol) in facts.symbols.enumerated() {
      scope(symbol.scope, "symbol \(index)")
    }
  }

  mutating func references() {
    for (index, binding) in facts.bindings.enumerated() {
      scope(binding.scope, "binding \(index)")
      values([binding.target, binding.value].compactMap(\.self), "binding \(index)")
      switch facts[binding.target].kind {
      case .name, .member, .index: break
      default: expect(false, "binding \(index) has a target that is no name, member or index")
      }
    }
    values(facts.discarded + facts.nilChecks, "the file")
    for entry in facts.imports { place(entry.position, "import of \(entry.module)") }
    for comment in facts.comments { place(comment.position, "comment") }
    for entry in facts.guards { place(entry.position, "guard") }
    for case .value(let value) in facts.exports.map(\.source) { values([value], "an export") }
  }

  private mutating func values(_ ids: [ExpressionID], _ owner: String) {
    for id in ids { expect(facts.expressions.indices.contains(Int(id.index)), "\(owner): no expression \(id.index)") }
  }

  private mutating func scope(_ id: ScopeID, _ owner: String) {
    expect(facts.scopes.indices.contains(Int(id.index)), "\(owner): no scope \(id.index)")
  }

  private mutating func symbol(_ id: SymbolID, _ owner: String) {
    expect(facts.symbols.indices.contains(Int(id.index)), "\(owner): no symbol \(id.index)")
  }

  private mutating func place(_ position: SourcePosition, _ owner: String) {
    let isInside = position.line >= 1 && position.column >= 1 && position.line <= max(1, lineCount)
    expect(isInside, "\(owner) stands at \(position.line):\(position.column), outside of the file")
  }
}
