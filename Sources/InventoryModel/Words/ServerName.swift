/// The names of the servers: Redis and Valkey.
package enum ServerName {
  /// Whether a name or path speaks of a server, as `redis-cache` and `getValkey` do and `redistribute` does not.
  package static func isIn(_ text: String) -> Bool {
    let bytes = text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return holds(bytes, "redis") { before, after in
      !["tribut", "trict", "cover", "play", "patch"].contains { after.starts(with: $0.utf8) }
    }
      || holds(bytes, "valkey") { before, after in
        !["appro", "inter", "remo", "retrie"].contains { before.reversed().starts(with: $0.utf8.reversed()) }
      }
  }

  private static func holds(
    _ bytes: [UInt8], _ word: String, where isName: (_ before: ArraySlice<UInt8>, _ after: ArraySlice<UInt8>) -> Bool
  ) -> Bool {
    let word = Array(word.utf8)
    guard bytes.count >= word.count else { return false }
    return (0...(bytes.count - word.count)).contains { start in
      bytes[start] == word[0] && bytes[start..<(start + word.count)].elementsEqual(word)
        && isName(bytes[..<start], bytes[(start + word.count)...])
    }
  }
}
