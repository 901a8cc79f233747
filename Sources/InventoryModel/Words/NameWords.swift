/// The words that names are made of.
package enum NameWords {
  /// The words of an identifier, as written: `RedisBuildLogs`, `pull_metrics` and `HTTPCache` have `Redis Build Logs`,
  /// `pull metrics` and `HTTP Cache`.
  package static func split(_ identifier: String) -> [String] {
    var words: [String] = []
    var word = ""
    let characters = Array(identifier)
    for (index, character) in characters.enumerated() {
      guard character.isLetter || character.isNumber else {
        if !word.isEmpty { words.append(word) }
        word = ""
        continue
      }
      if let last = word.last, startsWord(character, after: last, before: characters.dropFirst(index + 1).first) {
        words.append(word)
        word = ""
      }
      word.append(character)
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  private static func startsWord(_ character: Character, after last: Character, before next: Character?) -> Bool {
    guard character.isUppercase else { return false }
    if !last.isUppercase { return true }
    return next?.isLowercase == true
  }
}
