import FrontEnd
import InventoryModel
import TreeSitter

/// The state of lowering one file: what was found so far, and where in the source the walk is.
struct SwiftLowering {
  var builder: FactsBuilder
  let kinds: SwiftKinds
  let fields: SwiftFields
  /// The type whose members are being lowered; nil inside functions and at file level.
  var owner: TypeID?
  /// The function whose body is being lowered.
  var function: FunctionID?
  /// The highest `$N` used in each closure around, −1 when none is.
  var numberedParameters: [Int] = []
  /// The types that implicit members (`.shared`, `.init(…)`) belong to, where one is written beside them,
  /// by the order of their nodes.
  var typesOfImplicitMembers: [Int: TypeReference] = [:]
  private var depth = 0

  /// How deep statements, expressions and types may be nested before they are dropped.
  private static let maximumDepth = 200
  private static let maximumScopes = 500

  init(builder: FactsBuilder, kinds: SwiftKinds, fields: SwiftFields) {
    self.builder = builder
    self.kinds = kinds
    self.fields = fields
  }

  /// Runs `body` one level deeper; gives nothing when that is too deep.
  mutating func nested<Result>(_ body: (inout SwiftLowering) -> Result) -> Result? {
    guard depth < Self.maximumDepth else { return nil }
    depth += 1
    defer { depth -= 1 }
    return body(&self)
  }

  /// Runs `body` in a new scope.
  @discardableResult
  mutating func scoped<Result>(
    _ kind: Scope.Kind, at node: SyntaxNode, _ body: (inout SwiftLowering) -> Result
  ) -> Result {
    let outer = builder.currentScope
    builder.enter(kind, at: position(node))
    defer { leaveScopes(to: outer) }
    return body(&self)
  }

  /// Opens the scope of what a condition binds, which the statements after it are in; not below so many others that
  /// looking up names would take long.
  mutating func enterBlock(at node: SyntaxNode) {
    var scope: ScopeID? = builder.currentScope
    for _ in 0..<Self.maximumScopes {
      guard let here = scope else { break }
      scope = builder.facts[here].parent
    }
    if scope == nil { builder.enter(.block, at: position(node)) }
  }

  /// Closes scopes until `scope` is the current one.
  mutating func leaveScopes(to scope: ScopeID) {
    while builder.currentScope != scope { builder.leave() }
  }

  func position(_ node: SyntaxNode) -> SourcePosition {
    let position = node.position
    return SourcePosition(line: position.line, column: position.column)
  }

  /// The line of a node's last token.
  func endLine(_ node: SyntaxNode) -> Int32 { Int32(clamping: node.endRow + 1) }

  /// A child under a field, tokens such as `nil` included.
  func child(_ node: SyntaxNode, _ field: UInt16) -> SyntaxNode? { node.child(field: field) }

  /// The first child of a kind.
  func child(_ node: SyntaxNode, _ kind: SwiftKind) -> SyntaxNode? {
    node.children.first { kinds[$0] == kind }
  }

  func hasChild(_ node: SyntaxNode, _ kind: SwiftKind) -> Bool { child(node, kind) != nil }

  /// Comments; error nodes, too, may stand anywhere, but hold code.
  func isTrivia(_ node: SyntaxNode) -> Bool { node.isExtra && !node.isError }

  /// The children that mean something: no comments, no punctuation.
  func parts(_ node: SyntaxNode) -> [SyntaxNode] { node.namedChildren.filter { !isTrivia($0) } }
}
