/// Identifiers as words that people say.
enum PlainWords {
  /// The words of an identifier, as written: `RedisBuildLogs`, `pull_metrics` and `HTTPCache` have `Redis Build Logs`,
  /// `pull metrics` and `HTTP Cache`.
  static func split(_ identifier: String) -> [String] {
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

  /// A phrase of words: the first with a capital, the others small but for abbreviations.
  static func phrase(_ words: [String]) -> String {
    let small = words.enumerated().map { index, word in
      isAbbreviation(word) ? word : word.lowercased()
    }.joined(separator: " ")
    return small.prefix(1).uppercased() + small.dropFirst()
  }

  /// A phrase within a sentence.
  static func lowered(_ phrase: String) -> String {
    let first = phrase.prefix { $0 != " " }
    return isAbbreviation(String(first)) || first.contains(where: { $0.isUppercase && $0 != first.first })
      ? phrase : phrase.prefix(1).lowercased() + phrase.dropFirst()
  }

  static func plural(_ phrase: String) -> String {
    guard let last = phrase.last, last.isLetter, last != "s" else { return phrase }
    if last == "y", let before = phrase.dropLast().last, !"aeiou".contains(before) { return phrase.dropLast() + "ies" }
    return phrase + (phrase.hasSuffix("x") || phrase.hasSuffix("ch") || phrase.hasSuffix("sh") ? "es" : "s")
  }

  private static func isAbbreviation(_ word: String) -> Bool {
    word.count > 1 && word.allSatisfy { $0.isUppercase || $0.isNumber }
  }

  /// A duration as people say it.
  static func duration(_ seconds: Double) -> String {
    for (unit, size) in [("day", 86400.0), ("hour", 3600), ("minute", 60)] where seconds >= size {
      let count = seconds / size
      if count == count.rounded() { return count == 1 ? "1 \(unit)" : "\(Int(clamping: Int64(count))) \(unit)s" }
    }
    guard seconds < 1e15 else { return "\(seconds) s" }
    return seconds == seconds.rounded() ? "\(Int(seconds)) s" : "\(seconds) s"
  }
}
