import InventoryModel

/// The words that names are made of.
enum Words {
  /// `RedisLock.tryAcquire("job:lock_key")` has redis, lock, try, acquire, job, lock, key.
  static func of(_ text: String) -> [String] {
    NameWords.split(text).map { $0.lowercased() }
  }

  /// Whether one of the words occurs in the text.
  static func has(_ text: String?, _ words: Set<String>) -> Bool {
    guard let text else { return false }
    return of(text).contains(where: words.contains)
  }
}
