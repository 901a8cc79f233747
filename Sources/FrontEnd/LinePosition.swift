package import InventoryModel
package import TreeSitter

/// Finds the columns of nodes from left to right, so that a very long line is counted once.
package struct LinePosition {
  private var row = -1
  private var byte = 0
  private var column = 1

  package init() {}

  /// Where a node begins.
  package mutating func position(of node: SyntaxNode) -> SourcePosition {
    let start = node.startByte
    if node.row != row || start < byte {
      let first = node.position
      row = node.row
      byte = start
      column = first.column
    } else if start > byte {
      for byte in node.tree.source[byte..<start] where byte & 0xC0 != 0x80 { column += 1 }
      byte = start
    }
    return SourcePosition(line: row + 1, column: column)
  }
}
