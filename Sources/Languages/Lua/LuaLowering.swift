import FrontEnd
import InventoryModel
import TreeSitter

/// One file on its way from syntax to facts.
struct LuaLowering {
  let kinds: LuaKinds
  var positions: LuaPositions
  var builder: FactsBuilder
  /// The functions around the current place, the innermost last.
  var functions: [FunctionID] = []
  /// How many scopes the current block has opened for locals that hide others of their name.
  var openedByLocals = 0
  private var depth = 0

  /// Syntax nested deeper than this is left out, so that no source can exhaust the stack.
  private static let maximumDepth = 150

  init(kinds: LuaKinds, positions: LuaPositions, builder: FactsBuilder) {
    self.kinds = kinds
    self.positions = positions
    self.builder = builder
  }

  mutating func position(_ node: SyntaxNode) -> SourcePosition { positions.position(ofByte: node.startByte) }

  @discardableResult
  mutating func add(_ kind: Expression.Kind, at node: SyntaxNode) -> ExpressionID {
    builder.add(kind, at: position(node))
  }

  /// Goes one level deeper for as long as `body` runs; nothing when that is too deep.
  mutating func descend<Result>(_ body: (inout LuaLowering) -> Result) -> Result? {
    guard depth < LuaLowering.maximumDepth else { return nil }
    depth += 1
    defer { depth -= 1 }
    return body(&self)
  }

  /// Children that mean something: named, neither comments nor attributes.
  func parts(_ node: SyntaxNode) -> [SyntaxNode] {
    node.namedChildren.filter { kinds[$0] != .comment && kinds[$0] != .attribute }
  }

  /// The children as `parts`, error nodes replaced by what stands in them.
  func partsInErrors(_ node: SyntaxNode) -> [SyntaxNode] {
    parts(node).flatMap { $0.isError ? parts($0) : [$0] }
  }

  func firstChild(_ node: SyntaxNode, _ kind: LuaKind) -> SyntaxNode? {
    node.namedChildren.first { kinds[$0] == kind }
  }

  func hasToken(_ node: SyntaxNode, _ text: StaticString) -> Bool {
    node.children.contains { !$0.isNamed && $0.textEquals(text) }
  }

  mutating func comments(of tree: SyntaxTree) {
    let comments = tree.root.descendants { kinds[$0] == .comment }
    for node in comments where CommentFilter.mayKeep(node.bytes) {
      let text = LuaText.comment(node.bytes)
      guard CommentFilter.isKept(text) else { continue }
      let before = tree.source[..<node.startByte].reversed().prefix { $0 != 0x0A }
      let isTrailing = before.contains { $0 != 0x20 && $0 != 0x09 }
      builder.add(Comment(text: text, position: position(node), isTrailing: isTrailing))
    }
  }
}
