internal import InventoryModel
internal import TreeSitter

/// Strings and runes as the compiler reads them.
enum GoString {
  static func template(of node: SyntaxNode, at position: SourcePosition, isRaw: Bool) -> StringTemplate {
    var scanner = Scanner(node: node, at: position, isRaw: isRaw)
    return StringTemplate(parts: scanner.parts())
  }

  /// What stands between the quotes of a literal, escapes as they are written.
  static func unquoted(_ literal: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let isQuote: (UInt8) -> Bool = { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "`") }
    let opened = literal.drop(while: isQuote)
    return opened[..<(opened.lastIndex { !isQuote($0) }.map { $0 + 1 } ?? opened.startIndex)]
  }

  /// The name that a field's tag gives it in JSON, as `id` of `json:"id,omitempty"`; nil where it gives none.
  static func encodedName(inTag tag: some Collection<UInt8>) -> String? {
    let key = Array("json:\"".utf8)
    var rest = tag[...]
    while let start = rest.firstIndex(of: key[0]) {
      rest = rest[start...]
      if rest.starts(with: key) {
        let name = rest.dropFirst(key.count).prefix { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "\"") }
        return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
      }
      rest = rest.dropFirst()
    }
    return nil
  }

  /// The number of the character in a rune literal.
  static func scalar(ofRune text: String) -> Double? {
    let inner = Array(text.utf8.dropFirst().dropLast())
    let decoded = inner.first == 0x5C ? GoEscape(inner[...])?.text ?? [] : inner
    return String(decoding: decoded, as: UTF8.self).unicodeScalars.first.map { Double($0.value) }
  }

  /// Cuts a literal into parts: text without escapes, and each escape for itself. A raw string loses its carriage
  /// returns.
  private struct Scanner {
    let bytes: ArraySlice<UInt8>
    let isRaw: Bool
    var line: Int32
    var column: Int32
    var text: [UInt8] = []
    var start: SourcePosition

    init(node: SyntaxNode, at position: SourcePosition, isRaw: Bool) {
      let all = node.bytes
      let inner = all.dropFirst()
      bytes = inner.last == all.first ? inner.dropLast() : inner
      self.isRaw = isRaw
      line = position.line
      column = position.column + 1
      start = SourcePosition(line: Int(line), column: Int(column))
    }

    mutating func parts() -> [StringTemplate.Part] {
      if !bytes.contains(isRaw ? 0x0D : 0x5C) {
        return bytes.isEmpty ? [] : [.literal(String(decoding: bytes, as: UTF8.self), start)]
      }
      var parts: [StringTemplate.Part] = []
      var index = bytes.startIndex
      while index < bytes.endIndex {
        if isRaw, bytes[index] == 0x0D {
          flush(to: &parts)
          index += 1
          skip(1)
        } else if !isRaw, bytes[index] == 0x5C, let escape = GoEscape(bytes[index...]) {
          flush(to: &parts)
          text = escape.text
          index += escape.length
          column += Int32(escape.length)
          flush(to: &parts)
        } else {
          take(bytes[index])
          index += 1
        }
      }
      flush(to: &parts)
      return parts
    }

    private mutating func take(_ byte: UInt8) {
      text.append(byte)
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }

    private mutating func skip(_ columns: Int32) {
      column += columns
      start = SourcePosition(line: Int(line), column: Int(column))
    }

    /// Ends the part that is being read; the next begins at the current place.
    private mutating func flush(to parts: inout [StringTemplate.Part]) {
      if !text.isEmpty { parts.append(.literal(String(decoding: text, as: UTF8.self), start)) }
      text = []
      start = SourcePosition(line: Int(line), column: Int(column))
    }
  }
}

/// An escape sequence at the start of some bytes.
struct GoEscape {
  let text: [UInt8]
  let length: Int

  init?(_ bytes: ArraySlice<UInt8>) {
    guard let sign = bytes.dropFirst().first else { return nil }
    switch sign {
    case UInt8(ascii: "x"): self.init(number: bytes.dropFirst(2).prefix(2), radix: 16, isByte: true, length: 4)
    case UInt8(ascii: "u"): self.init(number: bytes.dropFirst(2).prefix(4), radix: 16, isByte: false, length: 6)
    case UInt8(ascii: "U"): self.init(number: bytes.dropFirst(2).prefix(8), radix: 16, isByte: false, length: 10)
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      self.init(number: bytes.dropFirst().prefix(3), radix: 8, isByte: true, length: 4)
    default: self.init(text: [GoEscape.simple[sign] ?? sign], length: 2)
    }
  }

  private init(text: [UInt8], length: Int) {
    self.text = text
    self.length = length
  }

  private init?(number: ArraySlice<UInt8>, radix: Int, isByte: Bool, length: Int) {
    guard let value = UInt32(String(decoding: number, as: UTF8.self), radix: radix) else { return nil }
    let character = Array(String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
    self.init(text: isByte ? [UInt8(truncatingIfNeeded: value)] : character, length: length)
  }

  private static let simple: [UInt8: UInt8] = [
    UInt8(ascii: "a"): 0x07, UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A,
    UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09, UInt8(ascii: "v"): 0x0B,
  ]
}
