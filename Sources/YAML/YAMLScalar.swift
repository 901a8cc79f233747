/// A piece of text; what it means is for the reader of the document to say.
package struct YAMLScalar: Hashable, Sendable {
  /// How the text was written.
  package enum Style: Hashable, Sendable {
    /// Without quotes: `true`, `10`, `name`.
    case plain
    /// In quotes: always text.
    case quoted
    /// The lines behind `|` or `>`: always text.
    case block
  }

  /// The text, with quotes and escapes resolved.
  package let text: String

  /// How it was written.
  package let style: Style

  /// Where it begins; of quoted text, where the quote stands, of a block, its sign.
  package let position: YAMLPosition

  package init(text: String, style: Style, position: YAMLPosition) {
    self.text = text
    self.style = style
    self.position = position
  }

  /// Whether nothing was written, or `null` or `~` without quotes.
  package var isNull: Bool { style == .plain && ["", "~", "null", "Null", "NULL"].contains(text) }

  /// The truth value, if the text is `true` or `false` without quotes.
  package var bool: Bool? {
    guard style == .plain else { return nil }
    return switch text {
    case "true", "True", "TRUE": true
    case "false", "False", "FALSE": false
    default: nil
    }
  }

  /// The integer, if the text is a decimal number without quotes.
  package var int: Int? { style == .plain ? Int(text) : nil }
}
