/// Where in a text a word that is looked for counts.
package enum WordBoundary: Sendable {
  /// Anywhere, also within another word.
  case anywhere
  /// Where neither letter, digit nor underscore stands beside it.
  case whole
  /// Within longer names too (`aioredis`, `useValkey`), but not where its letters meet by chance: with a hump
  /// inside (`preDispatch`), before the rest of an English word (`redistribute`) or after its beginning
  /// (`intervalkey`).
  case name(notAfter: [String], notBefore: [String])

  /// Whether a hit counts.
  func holds(around hit: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    switch self {
    case .anywhere: true
    case .whole: !isWithinWord(hit, in: bytes)
    case .name(let beginnings, let rests):
      !hasHump(hit, in: bytes)
        && !rests.contains { isText($0, at: hit.upperBound, in: bytes, likeByteAt: hit.upperBound - 1) }
        && !beginnings.contains {
          isText($0, at: hit.lowerBound - $0.utf8.count, in: bytes, likeByteAt: hit.lowerBound)
        }
    }
  }

  private func isWithinWord(_ hit: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    let (last, after, before) = (hit.upperBound - 1, hit.upperBound, hit.lowerBound - 1)
    if after < bytes.count, WordBoundary.isWordByte(bytes[after]), WordBoundary.isWordByte(bytes[last]) { return true }
    return before >= 0 && WordBoundary.isWordByte(bytes[before])
  }

  private func hasHump(_ hit: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    !WordBoundary.isUpper(bytes[hit.lowerBound])
      && hit.dropFirst().contains { WordBoundary.isUpper(bytes[$0]) }
  }

  /// Whether a text stands at a place, written in the same case as a byte beside it.
  private func isText(_ text: String, at start: Int, in bytes: Span<UInt8>, likeByteAt neighbour: Int) -> Bool {
    guard start >= 0, start + text.utf8.count <= bytes.count else { return false }
    let isUpper = WordBoundary.isUpper(bytes[neighbour])
    return zip(start..., text.utf8).allSatisfy { index, byte in
      WordBoundary.folded(bytes[index]) == byte && WordBoundary.isUpper(bytes[index]) == isUpper
    }
  }

  static func folded(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }

  private static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...: true
    default: false
    }
  }
}
