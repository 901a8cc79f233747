/// Text of scanned files as HTML and XML may hold it, in an attribute too.
enum MarkupText {
  /// - Parameter isLines: whether ends of lines stay, as characters of markup; else they are shown as escapes.
  static func escaped(_ text: String, isLines: Bool = false) -> String {
    var result = ""
    for scalar in (isLines ? TerminalText.escapedLines(text) : TerminalText.escaped(text)).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n": result += "&#10;"
      // XML has no place for these.
      case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
