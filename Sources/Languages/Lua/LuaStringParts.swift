/// A string literal taken apart: plain pieces, and each escape sequence for itself.
struct LuaStringParts {
  /// Decoded text, and the byte of the file where its source begins.
  private(set) var parts: [(text: String, byte: Int)] = []

  /// Reads a literal as it stands in the file, quotes or brackets included.
  init(_ source: ArraySlice<UInt8>) {
    if let level = LuaText.longBracket(source) {
      readLong(source, level: level)
    } else if let quote = source.first {
      let content = source.dropFirst()
      readShort(content.last == quote ? content.dropLast() : content)
    }
  }

  /// A line end right after the opening bracket is no part of the text.
  private mutating func readLong(_ source: ArraySlice<UInt8>, level: Int) {
    var text = source.dropFirst(level + 2)
    let close = [0x5D] + [UInt8](repeating: 0x3D, count: level) + [0x5D]
    if text.suffix(close.count).elementsEqual(close) { text = text.dropLast(close.count) }
    if text.first == 0x0D { text = text.dropFirst() }
    if text.first == 0x0A { text = text.dropFirst() }
    append(text)
  }

  private mutating func readShort(_ source: ArraySlice<UInt8>) {
    var rest = source
    while !rest.isEmpty {
      let plain = rest.prefix { $0 != 0x5C }
      append(plain)
      rest = rest[plain.endIndex...]
      guard rest.count > 1 else { return append(rest) }
      let (decoded, end) = LuaEscape.read(rest)
      if !decoded.isEmpty { parts.append((String(decoding: decoded, as: UTF8.self), rest.startIndex)) }
      rest = rest[end...]
    }
  }

  private mutating func append(_ text: ArraySlice<UInt8>) {
    guard !text.isEmpty else { return }
    parts.append((String(decoding: text, as: UTF8.self), text.startIndex))
  }
}

/// Escape sequences of short strings.
enum LuaEscape {
  /// What the sequence that the text begins with stands for, and where it ends.
  static func read(_ text: ArraySlice<UInt8>) -> ([UInt8], end: Int) {
    let start = text.startIndex
    let sign = text[start + 1]
    switch sign {
    case UInt8(ascii: "x"): return hexadecimal(text)
    case UInt8(ascii: "u"): return codePoint(text)
    case UInt8(ascii: "z"):
      return ([], start + 2 + text.dropFirst(2).prefix { $0 == 0x20 || (0x09...0x0D).contains($0) }.count)
    case 0x30...0x39:
      let digits = text.dropFirst().prefix(3).prefix { (0x30...0x39).contains($0) }
      return ([UInt8(truncatingIfNeeded: value(of: digits, radix: 10))], digits.endIndex)
    case 0x0D where text.dropFirst(2).first == 0x0A: return ([0x0A], start + 3)
    default: return ([simple[sign] ?? sign], start + 2)
    }
  }

  private static let simple: [UInt8: UInt8] = [
    UInt8(ascii: "a"): 7, UInt8(ascii: "b"): 8, UInt8(ascii: "t"): 9, UInt8(ascii: "n"): 10, UInt8(ascii: "v"): 11,
    UInt8(ascii: "f"): 12, UInt8(ascii: "r"): 13,
  ]

  private static func hexadecimal(_ text: ArraySlice<UInt8>) -> ([UInt8], end: Int) {
    let digits = text.dropFirst(2).prefix(2)
    return ([UInt8(truncatingIfNeeded: value(of: digits, radix: 16))], digits.endIndex)
  }

  private static func codePoint(_ text: ArraySlice<UInt8>) -> ([UInt8], end: Int) {
    guard text.dropFirst(2).first == UInt8(ascii: "{") else { return ([UInt8(ascii: "u")], text.startIndex + 2) }
    let digits = text.dropFirst(3).prefix { $0 != UInt8(ascii: "}") }.prefix(8)
    let scalar = Unicode.Scalar(UInt32(truncatingIfNeeded: value(of: digits, radix: 16))) ?? "\u{FFFD}"
    return (Array(String(scalar).utf8), min(digits.endIndex + 1, text.endIndex))
  }

  private static func value(of digits: ArraySlice<UInt8>, radix: Int) -> Int {
    Int(String(decoding: digits, as: UTF8.self), radix: radix) ?? 0
  }
}
