internal import FrontEnd
internal import InventoryModel
internal import TreeSitter

/// Lowers one file: the facts so far, and where the walk is.
///
/// A name in Go means what is declared before it, or anywhere in the package: all names of the file are declared
/// first, and each use is bound when the walk comes to it.
struct GoLowering {
  let syntax: GoSyntax
  var builder: FactsBuilder

  /// Functions and types of the file, by the order of their nodes.
  var functions: [Int: FunctionID] = [:]
  var types: [Int: TypeID] = [:]

  /// The functions around the current node, innermost last.
  var enclosing: [EnclosingFunction] = []

  /// Levels of the walk; what is nested deeper than `depthLimit` is left out.
  var depth = 0
  static let depthLimit = 250

  /// Operators in a row that are put together as such; the operands of more are only listed.
  static let chainLimit = 500

  struct EnclosingFunction {
    let id: FunctionID
    let namedResults: [String]
  }

  init(syntax: GoSyntax, builder: FactsBuilder) {
    self.syntax = syntax
    self.builder = builder
  }

  mutating func lowerFile(_ root: SyntaxNode) {
    for node in root.namedChildren { declareTopLevel(node) }
    for node in root.namedChildren where syntax[node] != .importDeclaration { lowerStatement(node) }
  }

  /// Runs a part of the walk in a new scope.
  mutating func inScope<Result>(
    _ kind: Scope.Kind, at node: SyntaxNode, _ body: (inout GoLowering) -> Result
  ) -> Result {
    builder.enter(kind, at: node.sourcePosition)
    defer { builder.leave() }
    return body(&self)
  }

  /// The named children under a field; the grammar puts the commas between them under it too.
  func named(_ node: SyntaxNode, _ field: UInt16) -> [SyntaxNode] {
    node.children(field: field).filter(\.isNamed)
  }
}
