/// What a key template tells.
enum KeyTemplate {
  /// The template without its holes and separators.
  static func letters(of template: String) -> String {
    template.replacing("{}", with: "").filter { $0.isLetter || $0.isNumber }
  }

  /// Whether it says enough to be told from other keys by: a literal part of three letters or more.
  static func isTelling(_ template: String) -> Bool {
    var count = 0
    for byte in template.utf8 where isLetter(byte) { count += 1 }
    return count >= 3
  }

  /// What lies beyond ASCII is a letter, as keys go.
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || UInt8(ascii: "0") <= byte && byte <= UInt8(ascii: "9")
      || UInt8(ascii: "a") <= byte | 0x20 && byte | 0x20 <= UInt8(ascii: "z")
  }

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
    guard !differsAtStart(left, right) else { return false }
    let (left, right) = (pieces(of: left, isStrict), pieces(of: right, isStrict))
    let width = right.count + 1
    var reachable = [Bool](repeating: false, count: (left.count + 1) * width)
    reachable[0] = true
    for i in 0...left.count {
      for j in 0...right.count where reachable[i * width + j] {
        let here = i * width + j
        let first = i < left.count ? left[i] : nil
        let second = j < right.count ? right[j] : nil
        if let first, first.isOpen {
          reachable[here + width] = true
          if let second, first.swallows(second) { reachable[here + 1] = true }
        }
        if let second, second.isOpen {
          reachable[here + 1] = true
          if let first, second.swallows(first) { reachable[here + width] = true }
        }
        if let first, let second, first.meets(second) { reachable[here + width + 1] = true }
      }
    }
    return reachable[reachable.count - 1]
  }

  /// Whether two templates part before anything in them is open: what most pairs do.
  private static func differsAtStart(_ left: String, _ right: String) -> Bool {
    var (first, second) = (left.utf8.makeIterator(), right.utf8.makeIterator())
    while let one = first.next(), let other = second.next() {
      if isOpen(one) || isOpen(other) { return false }
      if one != other { return true }
    }
    return false
  }

  private static func isOpen(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?")
  }

  private enum Piece {
    /// A byte of UTF-8.
    case character(UInt8)
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
      case (.part, .character(let character)): character != UInt8(ascii: ":") && character != UInt8(ascii: "/")
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
    pieces.reserveCapacity(template.utf8.count)
    var isInHole = false
    for byte in template.utf8 {
      if isInHole, byte == UInt8(ascii: "}") {
        pieces[pieces.count - 1] = isStrict ? .part : .any
      } else {
        pieces.append(
          byte == UInt8(ascii: "*") ? .any : byte == UInt8(ascii: "?") ? .one : .character(byte))
      }
      isInHole = byte == UInt8(ascii: "{")
    }
    return pieces
  }
}
