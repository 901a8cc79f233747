import Foundation
import TestSupport
import Testing

/// Front ends know languages; what a client is and what it does stands in `Rules`.
struct IndependenceTests {
  private static let forbidden = [
    "redis", "valkey", "redigo", "rueidis", "bullmq", "memcached", "celery", "keydb", "jedis", "hset", "evalsha",
    "zadd", "lpush", "xadd",
  ]

  @Test(
    "a front end names no client and no command",
    arguments: Fixtures.files(in: Fixtures.packageFolder.appending(path: "Sources/Languages"))
      .filter { $0.hasSuffix(".swift") })
  func namesNothing(path: String) throws {
    let file = Fixtures.packageFolder.appending(path: "Sources/Languages").appending(path: path)
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self).lowercased()
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      for word in Self.forbidden where line.contains(word) {
        Issue.record("Sources/Languages/\(path):\(number + 1) says '\(word)'")
      }
    }
  }
}
