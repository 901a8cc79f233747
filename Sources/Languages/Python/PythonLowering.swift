import FrontEnd
import InventoryModel
import TreeSitter

/// One file on its way from syntax to facts.
struct PythonLowering {
  let grammar: PythonGrammar
  var builder: FactsBuilder
  /// The functions around the current place, the innermost last.
  var functions: [FunctionID] = []
  private var depth = 0
  /// How many expressions stand around the current one, each an operand of the next.
  var height = 0

  /// Syntax nested deeper than this is left out, so that no source can exhaust the stack.
  private static let maximumDepth = 200
  /// Chains are cut where they would nest expressions deeper than this, so that those who walk along operands need
  /// not care either.
  static let maximumHeight = 700

  init(grammar: PythonGrammar, builder: FactsBuilder) {
    self.grammar = grammar
    self.builder = builder
  }

  func kind(_ node: SyntaxNode) -> PythonKind? { grammar[node] }

  func position(_ node: SyntaxNode) -> SourcePosition {
    let position = node.position
    return SourcePosition(line: position.line, column: position.column)
  }

  @discardableResult
  mutating func add(_ kind: Expression.Kind, at node: SyntaxNode) -> ExpressionID {
    builder.add(kind, at: position(node))
  }

  /// Goes one level deeper; false when that is too deep.
  mutating func descend() -> Bool {
    guard depth < PythonLowering.maximumDepth, height < PythonLowering.maximumHeight else { return false }
    depth += 1
    height += 1
    return true
  }

  mutating func ascend() {
    depth -= 1
    height -= 1
  }

  /// Where names assigned here belong: blocks have no names of their own.
  var variableScope: ScopeID {
    builder.nearestScope { kind in
      switch kind {
      case .function, .file, .type: true
      default: false
      }
    }
  }

  /// The type whose body this is, outside of any function in it.
  var enclosingType: TypeID? {
    if case .type(let type) = builder.facts[variableScope].kind { type } else { nil }
  }
}
