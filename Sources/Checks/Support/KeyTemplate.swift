/// What a key template tells.
enum KeyTemplate {
  /// The template without its holes and separators.
  static func letters(of template: String) -> String {
    template.replacing("{}", with: "").filter { $0.isLetter || $0.isNumber }
  }

  /// Whether it says enough to be told from other keys by: a literal part of three letters or more.
  static func isTelling(_ template: String) -> Bool { letters(of: template).count >= 3 }

  /// Whether a template, or a pattern with `*` and `?`, can name a key of the other; holes stand for any text.
  static func canMatch(_ left: String, _ right: String) -> Bool {
    let (left, right) = (pieces(of: left), pieces(of: right))
    var reachable = [[Bool]](
      repeating: [Bool](repeating: false, count: right.count + 1), count: left.count + 1)
    reachable[0][0] = true
    for i in 0...left.count {
      for j in 0...right.count where reachable[i][j] {
        let first = i < left.count ? left[i] : nil
        let second = j < right.count ? right[j] : nil
        if case .any? = first {
          reachable[i + 1][j] = true
          if j < right.count { reachable[i][j + 1] = true }
        }
        if case .any? = second {
          reachable[i][j + 1] = true
          if i < left.count { reachable[i + 1][j] = true }
        }
        if let first, let second, first.meets(second) { reachable[i + 1][j + 1] = true }
      }
    }
    return reachable[left.count][right.count]
  }

  private enum Piece {
    case character(Character)
    case one
    case any

    func meets(_ other: Piece) -> Bool {
      switch (self, other) {
      case (.character(let left), .character(let right)): left == right
      case (.any, _), (_, .any): false
      default: true
      }
    }
  }

  private static func pieces(of template: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = template[...]
    while let character = rest.first {
      if rest.hasPrefix("{}") {
        pieces.append(.any)
        rest = rest.dropFirst(2)
        continue
      }
      pieces.append(character == "*" ? .any : character == "?" ? .one : .character(character))
      rest = rest.dropFirst()
    }
    return pieces
  }
}
