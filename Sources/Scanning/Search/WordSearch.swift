/// Finds any of many words in bytes in one pass, whatever their number (Aho and Corasick's automaton).
package struct WordSearch: Sendable {
  /// What a byte is to the words: bytes that occur in none share class 0.
  private let classOf: [UInt8]
  /// The next row by row and class; negative where a word ends there.
  private let next: [Int32]
  /// Where each word counts, by its position.
  private let boundaries: [WordBoundary]

  /// The words that are looked for, in order; `words(in:)` speaks of them by position.
  let words: [String]

  /// - Parameters:
  ///   - words: ASCII letters match in both cases if `ignoringCase` says so; empty words are left out.
  ///   - boundary: where they count.
  package init(
    _ words: some Collection<String>, ignoringCase: Bool = false, boundary: WordBoundary = .anywhere
  ) {
    self.init(Dictionary(words.map { ($0, boundary) }) { first, _ in first }, ignoringCase: ignoringCase)
  }

  /// - Parameter words: where each word counts.
  package init(_ words: [String: WordBoundary], ignoringCase: Bool = false) {
    let sorted = words.filter { !$0.key.isEmpty }.sorted { $0.key < $1.key }
    self.words = sorted.map(\.key)
    boundaries = sorted.map(\.value)
    var builder = AutomatonBuilder()
    for (number, word) in self.words.enumerated() {
      builder.add(word.utf8.map { ignoringCase ? WordBoundary.folded($0) : $0 }, number: number)
    }
    next = builder.transitions()
    classOf = (0...255).map { byte in builder.classOf[Int(ignoringCase ? WordBoundary.folded(byte) : byte)] }
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
        if counts(row: ~target, endingAt: index, in: bytes) { return true }
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
        if counts(end, endingAt: index, in: bytes) { found.insert(end.number) }
      }
    }
    return found
  }

  private func counts(row: Int32, endingAt index: Int, in bytes: Span<UInt8>) -> Bool {
    ends[row, default: []].contains { counts($0, endingAt: index, in: bytes) }
  }

  private func counts(_ end: End, endingAt index: Int, in bytes: Span<UInt8>) -> Bool {
    boundaries[end.number].holds(around: index + 1 - end.length..<index + 1, in: bytes)
  }
}
