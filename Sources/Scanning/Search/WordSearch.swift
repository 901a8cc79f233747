/// Finds any of many words in bytes in one pass, whatever their number (Aho and Corasick's automaton).
package struct WordSearch: Sendable {
  /// What a byte is to the words: bytes that occur in none share class 0.
  private let classOf: [UInt8]
  /// The next row by row and class; negative where a word ends there.
  private let next: [Int32]
  private let wholeWords: Bool

  /// The words that are looked for, in order; `words(in:)` speaks of them by position.
  let words: [String]

  /// - Parameters:
  ///   - words: ASCII letters match in both cases if `ignoringCase` says so; empty words are left out.
  ///   - wholeWords: whether neither letter, digit nor underscore may stand beside a hit.
  package init(_ words: some Collection<String>, ignoringCase: Bool = false, wholeWords: Bool = false) {
    self.words = Set(words).subtracting([""]).sorted()
    var builder = AutomatonBuilder()
    for (number, word) in self.words.enumerated() {
      builder.add(word.utf8.map { ignoringCase ? WordSearch.folded($0) : $0 }, number: number)
    }
    self.wholeWords = wholeWords
    next = builder.transitions()
    classOf = (0...255).map { byte in builder.classOf[Int(ignoringCase ? WordSearch.folded(byte) : byte)] }
    ends = builder.endsOfRows
  }

  /// The words that end at a row, by row.
  private let ends: [Int32: [End]]

  /// The end of a word: its length in bytes and its position among the words.
  struct End: Sendable {
    let length: Int
    let number: Int
  }

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

  /// The words that occur, by position among the words.
  func words(in bytes: Span<UInt8>) -> Set<Int> {
    guard next.count > 1 else { return [] }
    var found: Set<Int> = []
    let (classes, rows) = (classOf.span, next.span)
    var row = 0
    for index in bytes.indices {
      let target = rows[row &+ Int(classes[Int(bytes[index])])]
      row = Int(target < 0 ? ~target : target)
      guard target < 0 else { continue }
      for end in ends[Int32(row), default: []] where !found.contains(end.number) {
        if !wholeWords || isWhole(end, endingAt: index, in: bytes) { found.insert(end.number) }
      }
    }
    return found
  }

  private func isWhole(row: Int32, endingAt index: Int, in bytes: Span<UInt8>) -> Bool {
    ends[row, default: []].contains { isWhole($0, endingAt: index, in: bytes) }
  }

  private func isWhole(_ end: End, endingAt index: Int, in bytes: Span<UInt8>) -> Bool {
    if index + 1 < bytes.count, WordSearch.isWordByte(bytes[index + 1]), WordSearch.isWordByte(bytes[index]) {
      return false
    }
    let before = index - end.length
    return before < 0 || !WordSearch.isWordByte(bytes[before])
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...: true
    default: false
    }
  }

  private static func folded(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
