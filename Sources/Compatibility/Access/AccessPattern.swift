/// Patterns of keys and channels as servers match them.
enum AccessPattern {
  /// The pattern of a template: a hole is any text, and what a pattern would read otherwise is escaped.
  static func pattern(of template: String) -> String {
    var result = ""
    for part in KeyTemplate(template).parts {
      switch part {
      case .hole: if !result.hasSuffix("*") || result.hasSuffix("\\*") { result += "*" }
      case .text(let text): result += escaped(text)
      }
    }
    return result.isEmpty ? "*" : result
  }

  /// A pattern of channels that is sent as it is: only the same words are allowed, so that holes leave everything open.
  static func exact(_ template: String) -> String? {
    KeyTemplate(template).literal.map { $0.contains { $0.isWhitespace } ? nil : $0 } ?? nil
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      // A rule holds no blanks; any one character stands for one.
      if character.isWhitespace || character == "\0" {
        result += "?"
      } else {
        if "*?[]\\^".contains(character) { result += "\\" }
        result.append(character)
      }
    }
    return result
  }
}
