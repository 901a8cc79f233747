/// Identifiers as words that people say.
enum PlainWords {
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
}
