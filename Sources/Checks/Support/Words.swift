/// The words that names are made of.
enum Words {
  /// `RedisLock.tryAcquire("job:lock_key")` has redis, lock, try, acquire, job, lock, key.
  static func of(_ text: String) -> [String] {
    var words: [String] = []
    var current = ""
    var previous: Character = " "
    for character in text {
      let isLetter = character.isLetter || character.isNumber
      let begins = character.isUppercase && !previous.isUppercase
      if !isLetter || begins, !current.isEmpty {
        words.append(current.lowercased())
        current = ""
      }
      if isLetter { current.append(character) }
      previous = character
    }
    if !current.isEmpty { words.append(current.lowercased()) }
    return words
  }

  /// Whether one of the words occurs in the text.
  static func has(_ text: String?, _ words: Set<String>) -> Bool {
    guard let text else { return false }
    return of(text).contains(where: words.contains)
  }
}
