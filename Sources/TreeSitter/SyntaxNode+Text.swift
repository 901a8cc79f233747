/// Where a node begins, as people and editors count.
package struct SyntaxPosition: Hashable, Sendable {
  /// The line, from 1.
  package let line: Int

  /// The column, from 1, in Unicode code points.
  package let column: Int
}

extension SyntaxNode {
  /// The offset of the first byte.
  package var startByte: Int { Int(record.startByte) }

  /// The offset after the last byte.
  package var endByte: Int { Int(record.endByte) }

  /// The line of the first byte, from 0.
  package var row: Int { Int(record.row) }

  /// The line where the node ends, from 0.
  package var endRow: Int {
    let last = storage.records[Int(record.end) - 1]
    return Int(last.row) + storage.source[Int(last.startByte)..<endByte].count { $0 == 0x0A }
  }

  /// The bytes between the line's start and the first byte.
  package var column: Int { Int(record.column) }

  /// The line and column of the first byte, from 1, the column in code points; a byte order mark is not counted.
  package var position: SyntaxPosition {
    let record = record
    let start = Int(record.startByte)
    var lineStart = Swift.max(0, start - Int(record.column))
    if lineStart == 0, storage.source.starts(with: [0xEF, 0xBB, 0xBF]) { lineStart = Swift.min(3, start) }
    let codePoints = storage.codePoints.count(in: lineStart..<start, of: storage.source)
    return SyntaxPosition(line: Int(record.row) + 1, column: codePoints + 1)
  }

  /// The bytes of the node, not copied.
  package var bytes: ArraySlice<UInt8> { storage.source[startByte..<endByte] }

  /// The text of the node; bytes that are not UTF-8 become U+FFFD.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Lends the bytes of the node without a reference to the tree.
  package func withBytes<Result>(_ body: (Span<UInt8>) throws -> Result) rethrows -> Result {
    try body(bytes.span)
  }

  /// Whether the node's bytes are exactly `expected`; no string is made.
  package func textEquals(_ expected: StaticString) -> Bool {
    let record = record
    let start = Int(record.startByte)
    guard Int(record.endByte) - start == expected.utf8CodeUnitCount, expected.hasPointerRepresentation else {
      return false
    }
    for offset in 0..<expected.utf8CodeUnitCount
    where unsafe storage.source[start + offset] != expected.utf8Start[offset] {
      return false
    }
    return true
  }
}
