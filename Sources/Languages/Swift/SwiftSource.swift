/// Swift source as the grammar can read it.
enum SwiftSource {
  private static let word = Array("try".utf8)
  private static let next = Array("await".utf8)

  /// With only one word of `try await` left: in `if let x = try await f() {` the grammar takes the block for a
  /// trailing closure and loses what follows. `try?` and `try!`, which handle what is thrown, stay; of the
  /// other two words it is `await` that stays, and what is thrown is known from the call.
  static func withoutTryBeforeAwait(_ source: [UInt8]) -> [UInt8] {
    var result = source
    var index = 0
    while let start = source[index...].firstIndex(of: UInt8(ascii: "t")) {
      index = start + 1
      guard source[start...].starts(with: word), start == 0 || !isLetter(source[start - 1]) else { continue }
      var end = start + word.count
      let isMarked = source.indices.contains(end) && "?!".utf8.contains(source[end])
      if isMarked { end += 1 }
      let rest = source[end...].drop { isSpace($0) }
      guard rest.startIndex > end, rest.starts(with: next),
        !(rest.dropFirst(next.count).first.map { isLetter($0) } ?? false)
      else { continue }
      index = rest.startIndex
      let blanked = isMarked ? index..<index + next.count : start..<end
      for place in blanked { result[place] = UInt8(ascii: " ") }
    }
    return result
  }

  private static func isSpace(_ byte: UInt8) -> Bool { " \n\r\t".utf8.contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == UInt8(ascii: "_") || byte >= 0x80
  }
}
