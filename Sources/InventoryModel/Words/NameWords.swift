/// The words that names are made of.
package enum NameWords {
  /// The words of an identifier, as written: `RedisBuildLogs`, `pull_metrics` and `HTTPCache` have `Redis Build Logs`,
  /// `pull metrics` and `HTTP Cache`.
  package static func split(_ identifier: String) -> [String] {
    let bytes = Array(identifier.utf8)
    if bytes.allSatisfy({ $0 < 0x80 }) {
      return ranges(of: bytes.map { Kind($0) }).map { String(decoding: bytes[$0], as: UTF8.self) }
    }
    let characters = Array(identifier)
    return ranges(of: characters.map { Kind($0) }).map { String(characters[$0]) }
  }

  /// What a character can mean for where words begin and end.
  private enum Kind {
    case uppercase, lowercase
    /// A digit, or a letter of a script without case.
    case other
    case separator

    init(_ byte: UInt8) {
      self =
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): .uppercase
        case UInt8(ascii: "a")...UInt8(ascii: "z"): .lowercase
        case UInt8(ascii: "0")...UInt8(ascii: "9"): .other
        default: .separator
        }
    }

    init(_ character: Character) {
      if !character.isLetter && !character.isNumber {
        self = .separator
      } else {
        self = character.isUppercase ? .uppercase : character.isLowercase ? .lowercase : .other
      }
    }
  }

  private static func ranges(of kinds: [Kind]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start = 0
    for (index, kind) in kinds.enumerated() where index == start || kind == .separator || startsWord(index, in: kinds) {
      if start < index { words.append(start..<index) }
      start = kind == .separator ? index + 1 : index
    }
    if start < kinds.count { words.append(start..<kinds.count) }
    return words
  }

  /// Whether a word starts inside a row of letters and digits.
  private static func startsWord(_ index: Int, in kinds: [Kind]) -> Bool {
    guard kinds[index] == .uppercase else { return false }
    if kinds[index - 1] != .uppercase { return true }
    return index + 1 < kinds.count && kinds[index + 1] == .lowercase
  }
}
