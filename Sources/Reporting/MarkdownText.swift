import InventoryModel

/// Text of scanned files as Markdown may hold it.
enum MarkdownText {
  /// The text as code in a table cell, whatever is in it.
  static func code(_ text: String) -> String {
    let text = TerminalText.escaped(text).replacing("|", with: "\\|")
    var (longest, run) = (0, 0)
    for character in text {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let pad = text.hasPrefix("`") || text.hasSuffix("`") || text.isEmpty ? " " : ""
    return fence + pad + text + pad + fence
  }

  /// The text as plain text in a table cell.
  static func plain(_ text: String) -> String {
    var result = ""
    for character in TerminalText.escaped(text) {
      if "\\`*_{}[]<>#|!~&".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }
}

extension MarkdownText {
  /// A text with parts that are code.
  static func rich(_ text: RichText) -> String {
    text.spans.map { span in
      switch span {
      case .plain(let text): plain(text)
      case .code(let text): code(text)
      }
    }.joined()
  }

  /// A link to the section of a name, as GitHub and GitLab make them of headings.
  static func link(_ name: String) -> String {
    var target = ""
    for character in name.lowercased() {
      if character.isLetter || character.isNumber || character == "-" || character == "_" { target.append(character) }
      if character == " " { target.append("-") }
    }
    return "[\(plain(name))](#\(target))"
  }
}
