extension Substring {
  /// The first place of a text in this one, byte for byte; where letters have accents of their own, characters may differ.
  package func firstRange(ofText word: String) -> Range<Index>? {
    guard let offset = utf8.span.firstOffset(of: word.utf8.span) else { return nil }
    let first = utf8.index(startIndex, offsetBy: offset)
    return first..<utf8.index(first, offsetBy: word.utf8.count)
  }

  /// Whether a text stands in this one, byte for byte.
  package func holds(_ word: String) -> Bool { firstRange(ofText: word) != nil }

  /// The lines, which `\n`, `\r\n` or `\r` ends; the last is what follows the last end.
  package var textLines: [Substring] {
    let bytes = utf8.span
    var lines: [Substring] = []
    var start = startIndex
    var (offset, lineOffset) = (0, 0)
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      guard byte == 0x0A || byte == 0x0D else { continue }
      let end = utf8.index(start, offsetBy: offset - 1 - lineOffset)
      lines.append(self[start..<end])
      if byte == 0x0D, offset < bytes.count, bytes[offset] == 0x0A { offset += 1 }
      start = utf8.index(start, offsetBy: offset - lineOffset)
      lineOffset = offset
    }
    lines.append(self[start...])
    return lines
  }
}

extension String {
  /// The first place of a text in this one, byte for byte.
  package func firstRange(ofText word: String) -> Range<Index>? { self[...].firstRange(ofText: word) }

  /// Whether a text stands in this one, byte for byte.
  package func holds(_ word: String) -> Bool { self[...].holds(word) }

  /// The lines, which `\n`, `\r\n` or `\r` ends; the last is what follows the last end.
  package var textLines: [Substring] { self[...].textLines }
}

extension Span<UInt8> {
  /// Where a word first stands in these bytes; an empty one stands nowhere.
  package func firstOffset(of word: Span<UInt8>) -> Int? {
    guard !word.isEmpty, count >= word.count else { return nil }
    let first = word[0]
    search: for start in 0...(count - word.count) where self[start] == first {
      for offset in 1..<word.count where self[start + offset] != word[offset] { continue search }
      return start
    }
    return nil
  }
}
