/// The placeholders of format strings.
enum Placeholders {
  struct Placeholder {
    /// Name or number in braces or parentheses.
    let name: String?
  }

  enum Piece {
    case text(String)
    case placeholder(Placeholder)
  }

  private static let flags: Set<Character> = [
    "-", "+", " ", "#", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", ".", "*", "l", "h", "[", "]",
  ]

  /// `%s`, `%d`, `%(name)s`, `%-10.3f`, `%[1]s`, `%%`.
  static func percent(_ text: String) -> [Piece] {
    var pieces: [Piece] = []
    var literal = ""
    var rest = text[...]
    let lastClose = text.lastIndex(of: ")") ?? text.startIndex
    while let percent = rest.utf8.firstIndex(of: UInt8(ascii: "%")) {
      literal += rest[..<percent]
      rest = rest[rest.utf8.index(after: percent)...]
      if rest.first == "%" {
        literal.append("%")
        rest.removeFirst()
        continue
      }
      var name: String?
      if rest.first == "(", rest.startIndex < lastClose, let close = rest.firstIndex(of: ")") {
        name = String(rest[rest.index(after: rest.startIndex)..<close])
        rest = rest[rest.index(after: close)...]
      }
      while let flag = rest.first, flags.contains(flag) { rest.removeFirst() }
      guard let verb = rest.first, verb.isLetter || verb == "@" else {
        literal.append("%")
        continue
      }
      rest.removeFirst()
      if !literal.isEmpty { pieces.append(.text(literal)) }
      literal = ""
      pieces.append(.placeholder(Placeholder(name: name)))
    }
    literal += rest
    if !literal.isEmpty { pieces.append(.text(literal)) }
    return pieces
  }

  /// `{}`, `{0}`, `{name}`, `{name!r:>10}`, `{{`.
  static func braces(_ text: String) -> [Piece] {
    var pieces: [Piece] = []
    var literal = ""
    var rest = text[...]
    let lastClose = text.lastIndex(of: "}") ?? text.startIndex
    while let character = rest.popFirst() {
      if character == "{", rest.first == "{" || rest.first != nil {
        if rest.first == "{" {
          literal.append("{")
          rest.removeFirst()
          continue
        }
        guard rest.startIndex <= lastClose, let close = rest.firstIndex(of: "}") else {
          literal.append(character)
          continue
        }
        let field = rest[..<close].prefix { $0 != ":" && $0 != "!" && $0 != "." && $0 != "[" }
        rest = rest[rest.index(after: close)...]
        if !literal.isEmpty { pieces.append(.text(literal)) }
        literal = ""
        pieces.append(.placeholder(Placeholder(name: field.isEmpty ? nil : String(field))))
      } else {
        if character == "}", rest.first == "}" { rest.removeFirst() }
        literal.append(character)
      }
    }
    if !literal.isEmpty { pieces.append(.text(literal)) }
    return pieces
  }
}
