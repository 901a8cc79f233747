import FrontEnd
import InventoryModel
import TreeSitter

extension JavaScriptLowering {
  /// A string or template: pieces of text as they stand in the source, and holes.
  mutating func template(_ node: SyntaxNode) -> StringTemplate {
    var parts: [StringTemplate.Part] = []
    for piece in node.namedChildren {
      switch kind(piece) {
      case .stringFragment:
        parts.append(.literal(piece.text, position(piece)))
      case .escapeSequence:
        let text = JavaScriptEscape.decode(piece.text)
        if !text.isEmpty { parts.append(.literal(text, position(piece))) }
      case .templateSubstitution:
        if let inner = piece.parts.first { parts.append(.hole(expression(inner))) }
      case .comment: break
      default:
        parts.append(.literal(piece.text, position(piece)))
      }
    }
    return StringTemplate(parts: parts)
  }

  /// The decoded text of a string without holes.
  func literalText(_ node: SyntaxNode) -> String? {
    guard kind(node) == .string || kind(node) == .templateString else { return nil }
    var text = ""
    for piece in node.namedChildren {
      switch kind(piece) {
      case .stringFragment: text += piece.text
      case .escapeSequence: text += JavaScriptEscape.decode(piece.text)
      default: return nil
      }
    }
    return text
  }
}

/// Escape sequences of string literals.
enum JavaScriptEscape {
  /// The text that a sequence stands for; empty for an escaped line end.
  static func decode(_ sequence: String) -> String {
    let body = sequence.dropFirst()
    guard let first = body.unicodeScalars.first else { return "" }
    switch first {
    case "n": return "\n"
    case "t": return "\t"
    case "r": return "\r"
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "v": return "\u{B}"
    case "0" where body.count == 1: return "\0"
    case "\n", "\r", "\u{2028}", "\u{2029}": return ""
    case "x", "u":
      let digits = body.dropFirst().filter { $0 != "{" && $0 != "}" }
      return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? "\u{FFFD}"
    default: return String(body)
    }
  }
}

/// The value of a number literal: any radix, with separators or as a big integer.
func javaScriptNumber(_ text: String) -> Double {
  var digits = text.filter { $0 != "_" }.lowercased()
  let radixes = ["0x": 16, "0o": 8, "0b": 2]
  if digits.hasSuffix("n") { digits.removeLast() }
  if let radix = radixes[String(digits.prefix(2))] {
    return UInt64(digits.dropFirst(2), radix: radix).map { Double($0) } ?? .nan
  }
  return Double(digits) ?? Double(digits + "0") ?? .nan
}
