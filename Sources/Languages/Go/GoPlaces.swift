internal import InventoryModel
internal import TreeSitter

/// Places of nodes. Columns are counted on from the last place asked for, since a walk goes along a line: counting from
/// the line's start would take quadratic time on a line of a megabyte.
struct GoPlaces {
  private let source: [UInt8]
  private var row = -1
  private var byte = 0
  private var column = 1

  init(source: [UInt8]) { self.source = source }

  mutating func place(of node: SyntaxNode) -> SourcePosition {
    let start = node.startByte
    if node.row != row {
      row = node.row
      byte = start - node.column
      if byte == 0, source.starts(with: [0xEF, 0xBB, 0xBF]) { byte = min(3, start) }
      column = 1
    }
    column += byte <= start ? codePoints(byte..<start) : -codePoints(start..<byte)
    byte = start
    return SourcePosition(line: row + 1, column: column)
  }

  private func codePoints(_ range: Range<Int>) -> Int {
    var count = 0
    for index in range where source[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
