/// The words that names are made of.
enum Words {
  /// `RedisLock.tryAcquire("job:lock_key")` has redis, lock, try, acquire, job, lock, key.
  static func of(_ text: some StringProtocol) -> [String] {
    var words: [String] = []
    var current: [UInt8] = []
    var previousIsUpper = false
    for byte in text.utf8 {
      let isUpper = UInt8(ascii: "A") <= byte && byte <= UInt8(ascii: "Z")
      // What lies beyond ASCII is letters, as names go.
      let isPart =
        isUpper || byte >= 0x80 || UInt8(ascii: "a") <= byte && byte <= UInt8(ascii: "z")
        || UInt8(ascii: "0") <= byte && byte <= UInt8(ascii: "9")
      if !current.isEmpty, !isPart || isUpper && !previousIsUpper {
        words.append(String(decoding: current, as: UTF8.self))
        current.removeAll(keepingCapacity: true)
      }
      if isPart { current.append(isUpper ? byte | 0x20 : byte) }
      previousIsUpper = isUpper
    }
    if !current.isEmpty { words.append(String(decoding: current, as: UTF8.self)) }
    return words
  }

  /// Whether one of the words occurs in the text.
  static func has(_ text: String?, _ words: Set<String>) -> Bool {
    guard let text else { return false }
    return of(text).contains(where: words.contains)
  }
}
