/// What a key template tells.
enum KeyTemplate {
  /// The template without its holes and separators.
  static func letters(of template: String) -> String {
    template.replacing("{}", with: "").filter { $0.isLetter || $0.isNumber }
  }

  /// Whether it says enough to be told from other keys by: a literal part of three letters or more.
  static func isTelling(_ template: String) -> Bool { letters(of: template).count >= 3 }

  /// The template with doubled separators as one, as functions that join paths leave them.
  static func normal(_ template: String) -> String {
    var normal = ""
    for character in template {
      if let last = normal.last, last == character, character == "/" || character == ":" { continue }
      normal.append(character)
    }
    return normal
  }

  /// Whether a template, or a pattern with `*` and `?`, can name a key of the other.
  ///
  /// - Parameter isStrict: whether a hole stands for one part between separators rather than for any text.
  static func canMatch(_ left: String, _ right: String, isStrict: Bool = false) -> Bool {
    let (left, right) = (pieces(of: left, isStrict), pieces(of: right, isStrict))
    var reachable = [[Bool]](
      repeating: [Bool](repeating: false, count: right.count + 1), count: left.count + 1)
    reachable[0][0] = true
    for i in 0...left.count {
      for j in 0...right.count where reachable[i][j] {
        let first = i < left.count ? left[i] : nil
        let second = j < right.count ? right[j] : nil
        if let first, first.isOpen {
          reachable[i + 1][j] = true
          if let second, first.swallows(second) { reachable[i][j + 1] = true }
        }
        if let second, second.isOpen {
          reachable[i][j + 1] = true
          if let first, second.swallows(first) { reachable[i + 1][j] = true }
        }
        if let first, let second, first.meets(second) { reachable[i + 1][j + 1] = true }
      }
    }
    return reachable[left.count][right.count]
  }

  private enum Piece {
    case character(Character)
    case one
    /// Any text within a part.
    case part
    case any

    var isOpen: Bool {
      switch self {
      case .part, .any: true
      case .character, .one: false
      }
    }

    /// Whether an open piece can stand for another, beside others.
    func swallows(_ other: Piece) -> Bool {
      switch (self, other) {
      case (.part, .character(let character)): character != ":" && character != "/"
      default: true
      }
    }

    func meets(_ other: Piece) -> Bool {
      switch (self, other) {
      case (.character(let left), .character(let right)): left == right
      case (.any, _), (_, .any), (.part, _), (_, .part): false
      default: true
      }
    }
  }

  private static func pieces(of template: String, _ isStrict: Bool) -> [Piece] {
    var pieces: [Piece] = []
    var rest = template[...]
    while let character = rest.first {
      if rest.hasPrefix("{}") {
        pieces.append(isStrict ? .part : .any)
        rest = rest.dropFirst(2)
        continue
      }
      pieces.append(character == "*" ? .any : character == "?" ? .one : .character(character))
      rest = rest.dropFirst()
    }
    return pieces
  }
}
