/// Reads the texts of Lua: literals and comments.
enum LuaText {
  /// The text of a comment without its signs, trimmed.
  static func comment(_ source: ArraySlice<UInt8>) -> String {
    var text = source.drop { $0 == 0x2D }
    if source.count - text.count == 2, let level = longBracket(text) {
      text = text.dropFirst(level + 2)
      let close = [0x5D] + [UInt8](repeating: 0x3D, count: level) + [0x5D]
      if text.suffix(close.count).elementsEqual(close) { text = text.dropLast(close.count) }
    }
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
    text = text.drop(while: isSpace)
    while let last = text.last, isSpace(last) { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }

  /// The number of `=` signs in an opening `[==[`; nothing when the text does not begin with one.
  static func longBracket(_ source: ArraySlice<UInt8>) -> Int? {
    guard source.first == 0x5B else { return nil }
    let signs = source.dropFirst().prefix { $0 == 0x3D }.count
    let second = source.startIndex + signs + 1
    return second < source.endIndex && source[second] == 0x5B ? signs : nil
  }

  /// The value of a number; LuaJIT's `LL` and `ULL` are read over.
  static func number(_ text: String) -> Double? {
    let isHexadecimal = text.hasPrefix("0x") || text.hasPrefix("0X")
    var digits = text.lowercased()
    while let last = digits.last, last == "u" || last == "l" { digits.removeLast() }
    return Double(digits) ?? (isHexadecimal ? nil : Double(digits + "0"))
  }

  /// The text of a string literal, decoded.
  static func plain(_ source: ArraySlice<UInt8>) -> String {
    LuaStringParts(source).parts.map(\.text).joined()
  }

  /// The text of a string literal that could be written as a name.
  static func name(_ source: ArraySlice<UInt8>) -> String? {
    let text = plain(source)
    let isWord: (UInt8) -> Bool = { byte in
      byte == 0x5F || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
    guard let first = text.utf8.first, !(0x30...0x39).contains(first), text.utf8.allSatisfy(isWord) else { return nil }
    return text
  }
}
