/// Reads a JSON text (RFC 8259), and nothing that only looks like one.
struct JSONParser {
  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0

  /// Deeper than any report, less deep than the stack.
  private static let depthLimit = 64

  /// The value of a whole text.
  static func parse(_ bytes: [UInt8]) throws(JSONTextError) -> JSONValue {
    var parser = JSONParser(bytes: bytes)
    let value = try parser.value()
    parser.skipSpace()
    guard parser.index == bytes.count else { throw parser.error("nothing is expected after the value") }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    index += 1
    return true
  }

  private mutating func value() throws(JSONTextError) -> JSONValue {
    skipSpace()
    guard let byte = next else { throw error("the text ends too early") }
    switch byte {
    case UInt8(ascii: "{"): return try nested { parser throws(JSONTextError) in try parser.object() }
    case UInt8(ascii: "["): return try nested { parser throws(JSONTextError) in try parser.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func nested(
    _ body: (inout JSONParser) throws(JSONTextError) -> JSONValue
  ) throws(JSONTextError) -> JSONValue {
    guard depth < JSONParser.depthLimit else { throw error("values are nested too deep") }
    depth += 1
    defer { depth -= 1 }
    index += 1
    return try body(&self)
  }

  private mutating func object() throws(JSONTextError) -> JSONValue {
    var members: [(String, JSONValue)] = []
    skipSpace()
    if take(UInt8(ascii: "}")) { return .object(members) }
    while true {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw error("a member's name in quotes is expected") }
      let name = try string()
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw error("':' is expected") }
      members.append((name, try value()))
      skipSpace()
      if take(UInt8(ascii: "}")) { return .object(members) }
      guard take(UInt8(ascii: ",")) else { throw error("',' or '}' is expected") }
    }
  }

  private mutating func array() throws(JSONTextError) -> JSONValue {
    var elements: [JSONValue] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return .array(elements) }
    while true {
      elements.append(try value())
      skipSpace()
      if take(UInt8(ascii: "]")) { return .array(elements) }
      guard take(UInt8(ascii: ",")) else { throw error("',' or ']' is expected") }
    }
  }

  private mutating func word(_ text: StaticString, _ value: JSONValue) throws(JSONTextError) -> JSONValue {
    for byte in text.description.utf8 where !take(byte) { throw error("'\(text)' is expected") }
    return value
  }

  private mutating func number() throws(JSONTextError) -> JSONValue {
    let start = index
    func text(_ parser: JSONParser) -> String { String(decoding: parser.bytes[start..<parser.index], as: UTF8.self) }
    _ = take(UInt8(ascii: "-"))
    let first = index
    guard skipDigits() else {
      index = start
      throw error("a value is expected")
    }
    if bytes[first] == UInt8(ascii: "0"), index > first + 1 { throw error("a number cannot begin with 0") }
    let isWhole = next != UInt8(ascii: ".") && next != UInt8(ascii: "e") && next != UInt8(ascii: "E")
    if take(UInt8(ascii: ".")), !skipDigits() { throw error("a digit is expected") }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "-")) { _ = take(UInt8(ascii: "+")) }
      guard skipDigits() else { throw error("a digit is expected") }
    }
    if isWhole, let integer = Int(text(self)) { return .integer(integer) }
    guard let number = Double(text(self)), number.isFinite else { throw error("the number is too large") }
    return .number(number)
  }

  /// Whether there was any.
  private mutating func skipDigits() -> Bool {
    let start = index
    while let byte = next, (0x30...0x39).contains(byte) { index += 1 }
    return index > start
  }

  // MARK: Strings

  private mutating func string() throws(JSONTextError) -> String {
    index += 1
    let start = index
    while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { index += 1 }
    if take(UInt8(ascii: "\"")) { return String(decoding: bytes[start..<(index - 1)], as: UTF8.self) }
    var text = Array(bytes[start..<index])
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        index += 1
        text += Array(String(Character(try escaped())).utf8)
      case ..<0x20: throw error("a character in a string has to be escaped")
      default:
        text.append(byte)
        index += 1
      }
    }
    throw error("a string does not end")
  }

  private mutating func escaped() throws(JSONTextError) -> Unicode.Scalar {
    guard let byte = next else { throw error("a string does not end") }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "f"): return "\u{0C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try codePoint()
    default: throw error("no such escape")
    }
  }

  private mutating func codePoint() throws(JSONTextError) -> Unicode.Scalar {
    let first = try hexadecimal()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard (0xD800...0xDBFF).contains(first), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
      throw error("half a character is escaped")
    }
    let second = try hexadecimal()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw error("half a character is escaped") }
    return scalar
  }

  private mutating func hexadecimal() throws(JSONTextError) -> UInt32 {
    // A sign would be taken for part of a number.
    guard index + 4 <= bytes.count, bytes[index] != UInt8(ascii: "+"), bytes[index] != UInt8(ascii: "-"),
      let value = UInt32(String(decoding: bytes[index..<(index + 4)], as: UTF8.self), radix: 16)
    else { throw error("four hexadecimal digits are expected") }
    index += 4
    return value
  }

  private func error(_ message: String) -> JSONTextError {
    let before = bytes[..<min(index, bytes.count)]
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return JSONTextError(
      line: before.count { $0 == 0x0A } + 1,
      column: String(decoding: before[lineStart...], as: UTF8.self).unicodeScalars.count + 1, message: message)
  }
}

/// Where and why a text is no JSON.
struct JSONTextError: Error, Hashable {
  /// From 1.
  let line: Int
  /// From 1, in code points.
  let column: Int
  let message: String
}
