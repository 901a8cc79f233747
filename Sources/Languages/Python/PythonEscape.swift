/// Escape sequences of string literals.
enum PythonEscape {
  /// The text that an escape sequence stands for; one that is unknown stands for itself.
  static func decode(_ bytes: ArraySlice<UInt8>) -> String {
    guard let first = bytes.dropFirst().first else { return String(decoding: bytes, as: UTF8.self) }
    let rest = String(decoding: bytes.dropFirst(2), as: UTF8.self)
    switch first {
    case UInt8(ascii: "{"): return "{"
    case UInt8(ascii: "}"): return "}"
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return ""
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "a"): return "\u{07}"
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "f"): return "\u{0C}"
    case UInt8(ascii: "v"): return "\u{0B}"
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): return String(UnicodeScalar(first))
    case UInt8(ascii: "x"), UInt8(ascii: "u"), UInt8(ascii: "U"): return scalar(UInt32(rest, radix: 16))
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      return scalar(UInt32(String(UnicodeScalar(first)) + rest, radix: 8))
    case UInt8(ascii: "N"): return "\u{FFFD}"
    default: return String(decoding: bytes, as: UTF8.self)
    }
  }

  private static func scalar(_ value: UInt32?) -> String {
    String(value.flatMap(UnicodeScalar.init) ?? "\u{FFFD}")
  }
}
