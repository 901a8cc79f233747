/// Finds any of many words in bytes in one pass, whatever their number (Aho and Corasick's automaton).
package struct WordSearch: Sendable {
  /// What a byte is to the words: bytes that occur in none share class 0.
  private let classOf: [UInt8]
  /// The next row by row and class; negative where a word ends there.
  private let next: [Int32]
  private let wholeWords: Bool

  /// - Parameters:
  ///   - words: ASCII letters match in both cases if `ignoringCase` says so; empty words are left out.
  ///   - wholeWords: whether neither letter, digit nor underscore may stand beside a hit.
  package init(_ words: some Collection<String>, ignoringCase: Bool = false, wholeWords: Bool = false) {
    let words = Set(words.map { Array($0.utf8).map { ignoringCase ? WordSearch.folded($0) : $0 } })
    var builder = AutomatonBuilder()
    for word in words.sorted(by: { $0.lexicographicallyPrecedes($1) }) where !word.isEmpty { builder.add(word) }
    self.wholeWords = wholeWords
    next = builder.transitions()
    classOf = (0...255).map { byte in builder.classOf[Int(ignoringCase ? WordSearch.folded(byte) : byte)] }
    longest = builder.lengths
  }

  /// Lengths of the words that end at a row, by row.
  private let longest: [Int32: [Int]]

  /// Whether any word occurs.
  package func matches(in bytes: Span<UInt8>) -> Bool {
    guard next.count > 1 else { return false }
    let (classes, rows) = (classOf.span, next.span)
    var row = 0
    for index in bytes.indices {
      let target = rows[row &+ Int(classes[Int(bytes[index])])]
      if target < 0 {
        if !wholeWords || isWhole(row: ~target, endingAt: index, in: bytes) { return true }
        row = Int(~target)
      } else {
        row = Int(target)
      }
    }
    return false
  }

  private func isWhole(row: Int32, endingAt end: Int, in bytes: Span<UInt8>) -> Bool {
    if end + 1 < bytes.count, WordSearch.isWordByte(bytes[end + 1]) { return false }
    return longest[row, default: []].contains { length in
      let before = end - length
      return before < 0 || !WordSearch.isWordByte(bytes[before])
    }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...: true
    default: false
    }
  }

  private static func folded(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
