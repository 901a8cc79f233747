extension Pattern {
  /// All matches from left to right that do not overlap; after an empty match the search goes on one character later.
  package func matches(of subject: Span<UInt8>) -> [Match] {
    var matches: [Match] = []
    var start = 0
    while let match = firstMatch(in: subject, from: start) {
      matches.append(match)
      guard match.range.upperBound <= start, match.range.isEmpty else {
        start = match.range.upperBound
        continue
      }
      start += 1
      while start < subject.count, subject[start] & 0xC0 == 0x80 { start += 1 }
    }
    return matches
  }

  /// The first match in bytes.
  package func firstMatch(in subject: [UInt8], from start: Int = 0) -> Match? {
    firstMatch(in: subject.span, from: start)
  }

  /// Whether the pattern matches anywhere in bytes.
  package func matches(in subject: [UInt8]) -> Bool { matches(in: subject.span) }

  /// The first match in a string's UTF-8.
  package func firstMatch(in subject: String, from start: Int = 0) -> Match? {
    firstMatch(in: subject.utf8.span, from: start)
  }

  /// Whether the pattern matches anywhere in a string.
  package func matches(in subject: String) -> Bool { matches(in: subject.utf8.span) }
}
