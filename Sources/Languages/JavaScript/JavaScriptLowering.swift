import FrontEnd
import InventoryModel
import TreeSitter

/// One file on its way from syntax to facts.
struct JavaScriptLowering {
  let grammar: JavaScriptGrammar
  var builder: FactsBuilder
  /// The functions around the current place, the innermost last.
  var functions: [FunctionID] = []
  /// The namespaces around the current place: what they export are members of a type.
  var namespaces: [TypeID] = []
  /// Executors of promises around the current place: the name that resolves, and what it was called with.
  var executors: [(name: String, values: [ExpressionID])] = []
  /// Names that stand for `X.prototype`, and the path of X.
  var prototypes: [String: [String]] = [:]
  /// Whether the names that a module gives itself away by have been declared.
  var hasModuleNames = false
  /// The name that the language gives to an anonymous function here: that of what it is assigned to.
  var inferredName = ""
  private var depth = 0

  /// Syntax nested deeper than this is left out, so that no source can exhaust the stack.
  private static let maximumDepth = 200

  /// Links of a chain, such as calls of calls, beyond which it is no longer one expression.
  static let longestChain = 300

  init(grammar: JavaScriptGrammar, builder: FactsBuilder) {
    self.grammar = grammar
    self.builder = builder
  }

  func kind(_ node: SyntaxNode) -> JavaScriptKind? { grammar[node] }

  func position(_ node: SyntaxNode) -> SourcePosition {
    let position = node.position
    return SourcePosition(line: position.line, column: position.column)
  }

  @discardableResult
  mutating func add(_ kind: Expression.Kind, at node: SyntaxNode) -> ExpressionID {
    builder.add(kind, at: position(node))
  }

  /// Declares a name; one that the parser made up is none.
  mutating func declare(_ name: String, _ definition: Symbol.Definition, in scope: ScopeID? = nil) {
    if !name.isEmpty { builder.declare(name, definition, in: scope) }
  }

  /// Goes one level deeper; false when that is too deep.
  mutating func descend() -> Bool {
    guard depth < JavaScriptLowering.maximumDepth else { return false }
    depth += 1
    return true
  }

  mutating func ascend() { depth -= 1 }

  /// Children that mean something: named, and no comments.
  func parts(_ node: SyntaxNode) -> [SyntaxNode] { Array(node.parts) }

  /// The first child of a kind.
  func first(_ wanted: JavaScriptKind, in node: SyntaxNode) -> SyntaxNode? {
    node.namedChildren.first { kind($0) == wanted }
  }

  /// Whether one of the node's own tokens is this keyword.
  func has(_ token: StaticString, _ node: SyntaxNode) -> Bool {
    node.children.contains { !$0.isNamed && $0.textEquals(token) }
  }
}
