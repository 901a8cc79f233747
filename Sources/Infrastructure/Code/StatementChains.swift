import InventoryModel
import Knowledge

/// Finds orders of precedence that go over several statements.
///
/// Two shapes: a variable set again in a branch (`url = A; if url is empty { url = B }`), and a function that returns the
/// first that is set. A variable set again without a branch is no chain: the last one wins.
struct StatementChains {
  private let facts: FileFacts
  private let variables: VariableExpressions

  init(_ facts: FileFacts, _ variables: VariableExpressions) {
    self.facts = facts
    self.variables = variables
  }

  func all() -> [(chain: CodeReader.Chain, place: ExpressionID)] { ofFunctions() + ofSymbols() }

  private func ofSymbols() -> [(chain: CodeReader.Chain, place: ExpressionID)] {
    var chains: [(chain: CodeReader.Chain, place: ExpressionID)] = []
    for (_, set) in variables.valuesOfSymbol.sorted(by: { $0.key.index < $1.key.index })
    where (2...8).contains(set.count) {
      var chain = variables.chain(of: set[0].value)
      guard !chain.names.isEmpty, chain.fallback == nil else { continue }
      for (value, scope) in set.dropFirst() {
        let next = variables.chain(of: value)
        guard !next.isEmpty, isBranch(scope, below: set[0].scope) else {
          chain = CodeReader.Chain()
          break
        }
        chain.append(next)
      }
      if !chain.names.isEmpty { chains.append((chain, set[0].value)) }
    }
    return chains
  }

  private func ofFunctions() -> [(chain: CodeReader.Chain, place: ExpressionID)] {
    var chains: [(chain: CodeReader.Chain, place: ExpressionID)] = []
    for function in facts.functions where (2...8).contains(function.returns.count) {
      var chain = CodeReader.Chain()
      for value in function.returns {
        let next = resolved(value)
        guard !next.isEmpty, chain.fallback == nil else {
          chain = CodeReader.Chain()
          break
        }
        chain.append(next)
      }
      if chain.names.count > 1, let first = function.returns.first { chains.append((chain, first)) }
    }
    return chains
  }

  /// The chain of an expression, or of the one value of the name that it is.
  private func resolved(_ id: ExpressionID) -> CodeReader.Chain {
    guard case .name(_, let symbol?) = facts[id].kind else {
      if case .list(let elements) = facts[id].kind, let first = elements.first { return resolved(first) }
      return variables.chain(of: id)
    }
    return variables.onlyValue(of: symbol).map { variables.chain(of: $0) } ?? CodeReader.Chain()
  }

  private func isBranch(_ scope: ScopeID, below outer: ScopeID) -> Bool {
    var current: ScopeID? = scope
    while let id = current, id != outer {
      if case .branch = facts[id].kind { return true }
      current = facts[id].parent
    }
    return false
  }
}
