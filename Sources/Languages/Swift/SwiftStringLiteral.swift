import InventoryModel
import TreeSitter

/// Reads the text of a string literal: takes off delimiters and indentation, decodes escapes, and knows
/// at every byte where in the file it stands.
struct SwiftStringLiteral {
  var parts: [StringTemplate.Part] = []

  private let bytes: ArraySlice<UInt8>
  /// The number of `#` before the opening quote.
  private let hashes: Int
  /// Indentation of a multi-line literal's closing line; nil for a literal of one line.
  private let indentation: Int?
  private let end: Int
  private var index: Int
  private var line: Int
  private var column: Int

  init(_ node: SyntaxNode) {
    bytes = node.bytes
    let hash = UInt8(ascii: "#")
    let quote = UInt8(ascii: "\"")
    hashes = bytes.prefix { $0 == hash }.count
    let opening = bytes.dropFirst(hashes)
    let isMultiline = opening.count >= 6 && opening.prefix(3).allSatisfy { $0 == quote }
    let delimiter = hashes + (isMultiline ? 3 : 1)
    let start = min(bytes.startIndex + delimiter, bytes.endIndex)
    var end = max(start, bytes.endIndex - delimiter)
    indentation = isMultiline ? Self.indentation(of: bytes[start..<end]) : nil
    if let indentation { end = max(start, end - indentation - 1) }
    self.end = end
    index = bytes.startIndex
    let position = node.position
    (line, column) = (position.line, position.column)
    skip(to: start)
    if isMultiline { skipLineEnd() }
  }

  private static func indentation(of content: ArraySlice<UInt8>) -> Int {
    content.reversed().prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
  }

  /// Moves on without reading.
  mutating func skip(to target: Int) {
    while index < target { advance() }
  }

  /// Reads the rest of the literal.
  mutating func readToEnd() { readText(to: end) }

  /// Reads text up to a place, in parts that begin at escapes and after dropped indentation.
  mutating func readText(to target: Int) {
    let target = min(target, end)
    var text: [UInt8] = []
    var start = place
    func flush(_ parts: inout [StringTemplate.Part]) {
      if !text.isEmpty { parts.append(.literal(String(decoding: text, as: UTF8.self), start)) }
      text = []
    }
    while index < target {
      if isAtEscape {
        flush(&parts)
        readEscape()
        start = place
        continue
      }
      let byte = bytes[index]
      text.append(byte)
      advance()
      if byte == UInt8(ascii: "\n"), indentation != nil {
        flush(&parts)
        skipIndentation()
        start = place
      }
    }
    flush(&parts)
  }

  private var place: SourcePosition { SourcePosition(line: line, column: column) }

  private mutating func advance() {
    let byte = bytes[index]
    index += 1
    if byte == UInt8(ascii: "\n") {
      line += 1
      column = 1
    } else if index >= bytes.endIndex || bytes[index] & 0xC0 != 0x80 {
      column += 1
    }
  }

  private mutating func skipLineEnd() {
    while index < end, bytes[index] != UInt8(ascii: "\n") { advance() }
    if index < end { advance() }
    skipIndentation()
  }

  private mutating func skipIndentation() {
    var remaining = indentation ?? 0
    while remaining > 0, index < end, bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t") {
      advance()
      remaining -= 1
    }
  }

  private var isAtEscape: Bool {
    guard bytes[index] == UInt8(ascii: "\\"), index + hashes + 1 <= bytes.endIndex else { return false }
    return bytes[(index + 1)..<min(index + 1 + hashes, bytes.endIndex)].allSatisfy { $0 == UInt8(ascii: "#") }
  }

  /// Reads an escape sequence; the end of a line that it escapes is dropped with the indentation after it.
  private mutating func readEscape() {
    let start = place
    skip(to: min(index + 1 + hashes, end))
    guard index < end else { return }
    let letter = bytes[index]
    switch letter {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
      skipLineEnd()
    case UInt8(ascii: "u"):
      advance()
      parts.append(.literal(readScalar(), start))
    default:
      advance()
      parts.append(.literal(Self.character(letter), start))
    }
  }

  private mutating func readScalar() -> String {
    var digits: [UInt8] = []
    while index < end, bytes[index] != UInt8(ascii: "}") {
      if bytes[index] != UInt8(ascii: "{") { digits.append(bytes[index]) }
      advance()
    }
    if index < end { advance() }
    let scalar = UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
    return String(Character(scalar ?? "\u{FFFD}"))
  }

  private static func character(_ letter: UInt8) -> String {
    switch letter {
    case UInt8(ascii: "n"): "\n"
    case UInt8(ascii: "t"): "\t"
    case UInt8(ascii: "r"): "\r"
    case UInt8(ascii: "0"): "\0"
    default: String(Character(Unicode.Scalar(letter)))
    }
  }
}
