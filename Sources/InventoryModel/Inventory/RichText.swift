/// A text in which some parts are code: key templates, commands, names of functions.
package struct RichText: Sendable, Hashable {
  package var spans: [Span]

  package enum Span: Sendable, Hashable {
    case plain(String)
    case code(String)
  }

  package init(_ spans: [Span] = []) { self.spans = spans }
  package init(plain: String) { spans = [.plain(plain)] }

  /// Names as code, with commas between them.
  package init(code names: [String]) {
    spans = names.enumerated().flatMap { index, name -> [Span] in
      index == 0 ? [.code(name)] : [.plain(index == names.count - 1 ? " and " : ", "), .code(name)]
    }
  }

  /// The text without marks.
  package var plain: String {
    spans.map {
      switch $0 {
      case .plain(let text), .code(let text): text
      }
    }.joined()
  }

  package static func + (left: RichText, right: RichText) -> RichText { RichText(left.spans + right.spans) }

  /// Texts with a separator between them.
  package static func joined(_ texts: [RichText], by separator: String) -> RichText {
    RichText(texts.enumerated().flatMap { $0 == 0 ? $1.spans : [.plain(separator)] + $1.spans })
  }
}
