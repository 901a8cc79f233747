/// Finds any of many words in bytes in one pass, whatever their number (Aho and Corasick's automaton), after passing over
/// what none of them begins with.
package struct WordSearch: Sendable {
  /// What a byte is to the words: bytes that occur in none share class 0.
  private let classOf: [UInt8]
  /// The next row by row and class; negative where a word ends there.
  private let next: [Int32]
  /// Where each word counts, by its position.
  private let boundaries: [WordBoundary]
  /// Where words may begin.
  private let starts: WordStarts

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
    starts = WordStarts(self.words, ignoringCase: ignoringCase)
    next = builder.transitions()
    classOf = (0...255).map { byte in builder.classOf[Int(ignoringCase ? WordBoundary.folded(byte) : byte)] }
    ends = builder.ends
    classCount = builder.classCount
  }

  /// The words that end at a row, row by row.
  private let ends: [[End]]
  /// How long a row is.
  private let classCount: Int

  /// The end of a word: its length in bytes and its position among the words.
  struct End: Sendable {
    let length: Int
    let number: Int
  }

  /// Whether any word occurs.
  package func matches(in bytes: Span<UInt8>) -> Bool { matches(in: bytes) { _, _ in true } }

  /// Whether any word occurs where `isHit` says that it counts, given its position among the words and its place.
  @inline(__always)
  func matches(in bytes: Span<UInt8>, _ isHit: (_ number: Int, _ place: Range<Int>) -> Bool) -> Bool {
    var isFound = false
    visitHits(in: bytes) { row, index in
      isFound = ends[row / classCount].contains { end in
        counts(end, endingAt: index, in: bytes) && isHit(end.number, index + 1 - end.length..<index + 1)
      }
      return !isFound
    }
    return isFound
  }

  /// Whether each of the words occurs; nothing where none does.
  func words(in bytes: Span<UInt8>) -> [Bool]? {
    var found: [Bool]?
    visitHits(in: bytes) { row, index in
      for end in ends[row / classCount] where found?[end.number] != true && counts(end, endingAt: index, in: bytes) {
        if found == nil { found = [Bool](repeating: false, count: words.count) }
        found?[end.number] = true
      }
      return true
    }
    return found
  }

  /// Gives each place where words end to `isToGoOn`, with the row that tells which.
  @inline(__always)
  private func visitHits(in bytes: Span<UInt8>, _ isToGoOn: (_ row: Int, _ index: Int) -> Bool) {
    guard next.count > 1 else { return }
    let (classes, rows) = (classOf.span, next.span)
    var (row, index, stops) = (0, 0, 0)
    while index < bytes.count {
      // Where words may begin at every few bytes, looking for such places costs more than it saves.
      if row == 0, stops < 16 || index > stops &* 16 {
        index = starts.next(in: bytes, from: index)
        stops &+= 1
        if index >= bytes.count { return }
      }
      let target = rows[row &+ Int(classes[Int(bytes[index])])]
      row = Int(target < 0 ? ~target : target)
      if target < 0, !isToGoOn(row, index) { return }
      index &+= 1
    }
  }

  private func counts(_ end: End, endingAt index: Int, in bytes: Span<UInt8>) -> Bool {
    boundaries[end.number].holds(around: index + 1 - end.length..<index + 1, in: bytes)
  }
}
