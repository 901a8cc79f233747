internal import InventoryModel
internal import TreeSitter

extension SyntaxNode {
  /// Where the node begins, as facts say it.
  var sourcePosition: SourcePosition {
    let position = position
    return SourcePosition(line: position.line, column: position.column)
  }

  /// The line of the node's last token.
  var lastLine: Int32 { Int32(clamping: endRow + 1) }
}
