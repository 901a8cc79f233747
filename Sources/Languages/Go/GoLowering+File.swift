internal import FrontEnd
internal import InventoryModel
internal import TreeSitter

extension GoLowering {
  /// Declares the names of a top-level declaration, before any body is walked.
  mutating func declareTopLevel(_ node: SyntaxNode) {
    switch syntax[node] {
    case .packageClause: lowerPackageClause(node)
    case .importDeclaration: lowerImports(node)
    case .functionDeclaration: declareFunction(node)
    case .typeDeclaration:
      for spec in node.operands { declareType(spec) }
    case .constDeclaration, .varDeclaration:
      for spec in variableSpecs(of: node) {
        for name in named(spec, syntax.name) where !name.textEquals("_") { builder.declare(name.text, .variable) }
      }
    default: break
    }
  }

  private mutating func lowerPackageClause(_ node: SyntaxNode) {
    if let name = node.namedChildren.first(where: { syntax[$0] == .packageIdentifier }) {
      builder.setPackageName(name.text)
    }
    if let text = documentation(before: node) { builder.setDocumentation(text) }
  }

  /// The comments that end on the line before a node.
  private func documentation(before node: SyntaxNode) -> String? {
    guard let parent = node.parent else { return nil }
    var block: [SyntaxNode] = []
    var nextRow = -1
    for comment in parent.namedChildren.prefix(while: { $0.order < node.order }) where syntax[comment] == .comment {
      if comment.row != nextRow { block = [] }
      block.append(comment)
      nextRow = comment.row + comment.bytes.count(where: { $0 == 0x0A }) + 1
    }
    guard nextRow == node.row else { return nil }
    let lines = block.map { GoComment.text(of: $0) }.filter { !$0.hasPrefix("go:") && !$0.hasPrefix("+build") }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  private mutating func lowerImports(_ node: SyntaxNode) {
    for child in node.operands {
      switch syntax[child] {
      case .importSpec: lowerImport(child)
      case .importSpecList: for spec in child.operands { lowerImport(spec) }
      default: break
      }
    }
  }

  private mutating func lowerImport(_ spec: SyntaxNode) {
    guard let path = spec.child(field: syntax.path) else { return }
    let module = GoString.unquoted(path.bytes)
    let alias = spec.child(field: syntax.name)
    let id = builder.add(
      Import(
        module: String(decoding: module, as: UTF8.self), isWildcard: alias.map { syntax[$0] } == .dot,
        scope: builder.currentScope,
        position: spec.sourcePosition))
    let names: [String] =
      switch alias.map({ syntax[$0] }) {
      case .none: GoImportPath(module).likelyNames
      case .packageIdentifier: alias.map { [$0.text] } ?? []
      default: []
      }
    for name in names { builder.declare(name, .imported(id)) }
  }

  /// Keeps the comments that somebody may look for.
  mutating func keepComments(of tree: SyntaxTree) {
    let comments = tree.root.descendants { syntax[$0] == .comment }
    for node in comments where CommentFilter.mayKeep(node.bytes) {
      let text = GoComment.text(of: node)
      guard CommentFilter.isKept(text) else { continue }
      let lineStart = node.startByte - node.column
      let isTrailing = tree.source[lineStart..<node.startByte].contains { $0 != 0x20 && $0 != 0x09 }
      builder.add(Comment(text: text, position: node.sourcePosition, isTrailing: isTrailing))
    }
  }
}
