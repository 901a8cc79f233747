/// The names of the servers: Redis and Valkey.
package enum ServerName {
  /// What follows `redis` in `redistribute`, `redistrict`, `rediscover`, `redisplay` and `redispatch`.
  package static let otherEnds = ["tribut", "trict", "cover", "play", "patch"]
  /// What stands before `valkey` in `approvalKey`, `intervalKey`, `removalKey` and `retrievalKey`.
  package static let otherBeginnings = ["appro", "inter", "remo", "retrie"]

  /// Whether a name or path speaks of a server, as `redis-cache` and `getValkey` do and `redistribute` does not.
  package static func isIn(_ text: String) -> Bool {
    let bytes = text.utf8.span
    guard bytes.count >= redis.count else { return false }
    for start in 0...(bytes.count - redis.count) {
      switch bytes[start] | 0x20 {
      case redis[0]:
        if has(redis, bytes, at: start), !notAfterRedis.contains(where: { has($0, bytes, at: start + redis.count) }) {
          return true
        }
      case valkey[0]:
        if has(valkey, bytes, at: start), !notBeforeValkey.contains(where: { has($0, bytes, at: start - $0.count) }) {
          return true
        }
      default: continue
      }
    }
    return false
  }

  private static let redis = Array("redis".utf8)
  private static let valkey = Array("valkey".utf8)
  private static let notAfterRedis = otherEnds.map { Array($0.utf8) }
  private static let notBeforeValkey = otherBeginnings.map { Array($0.utf8) }

  /// Whether a word in small letters stands at a place, whatever its letters' size.
  private static func has(_ word: [UInt8], _ bytes: Span<UInt8>, at start: Int) -> Bool {
    guard start >= 0, start + word.count <= bytes.count else { return false }
    for index in word.indices where bytes[start + index] | 0x20 != word[index] { return false }
    return true
  }
}
