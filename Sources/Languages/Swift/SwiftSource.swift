/// Swift source as the grammar can read it.
enum SwiftSource {
  private static let word = Array("try".utf8)
  private static let next = Array("await".utf8)

  /// With `try` blanked before `await`: in `if let x = try await f() {` the grammar takes the block for a
  /// trailing closure and loses what follows. What is thrown is known from the call, so nothing is lost.
  static func withoutTryBeforeAwait(_ source: [UInt8]) -> [UInt8] {
    var result = source
    var index = 0
    while let start = source[index...].firstIndex(of: UInt8(ascii: "t")) {
      index = start + 1
      guard source[start...].starts(with: word), start == 0 || !isLetter(source[start - 1]) else { continue }
      let space = start + word.count
      guard source.indices.contains(space), source[space] == UInt8(ascii: " ") else { continue }
      let rest = source[space...].drop { $0 == UInt8(ascii: " ") }
      guard rest.starts(with: next) else { continue }
      for place in start..<space { result[place] = UInt8(ascii: " ") }
      index = rest.startIndex
    }
    return result
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == UInt8(ascii: "_") || byte >= 0x80
  }
}
