import InventoryModel

/// Finds the line and column of bytes; counts from the place asked for last, so that long lines cost little.
struct LuaPositions {
  private let source: [UInt8]
  private let lineStarts: [Int]
  private var line = 0
  private var byte: Int
  private var column = 1

  init(_ source: [UInt8]) {
    let first = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    self.source = source
    lineStarts = [first] + source.indices.lazy.filter { source[$0] == 0x0A }.map { $0 + 1 }
    byte = first
  }

  mutating func position(ofByte target: Int) -> SourcePosition {
    if !isOnLine(target) { goToLine(of: target) }
    while byte < target {
      if isFirstOfCharacter(byte) { column += 1 }
      byte += 1
    }
    while byte > target {
      byte -= 1
      if isFirstOfCharacter(byte) { column -= 1 }
    }
    return SourcePosition(line: line + 1, column: column)
  }

  private func isOnLine(_ target: Int) -> Bool {
    target >= lineStarts[line] && (line + 1 == lineStarts.count || target < lineStarts[line + 1])
  }

  private func isFirstOfCharacter(_ place: Int) -> Bool { source[place] & 0xC0 != 0x80 }

  private mutating func goToLine(of target: Int) {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= target { low = middle } else { high = middle }
    }
    line = low
    byte = lineStarts[low]
    column = 1
  }
}
