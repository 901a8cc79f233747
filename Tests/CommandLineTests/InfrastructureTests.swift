import Foundation
import Testing

/// Whole runs over the projects that stand for the four plans.
@Suite struct InfrastructureTests {
  private func project(_ name: String) -> String { "\(Run.projects)/\(name)" }

  /// `path:line rule` of the findings of some rules.
  private func findings(_ name: String, _ rules: [String]) throws -> [String] {
    let run = try Run("check", project(name), "--select", rules.joined(separator: ","), "--format", "json")
    let report = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    return try #require(report["findings"] as? [[String: Any]]).map { finding in
      "\(finding["path"] ?? ""):\(finding["line"] ?? "") \(finding["rule"] ?? "")"
    }.sorted()
  }

  private let rules = [
    "command-denied-by-acl", "connection-precedence-differs", "documentation-contradicts-source", "dump-into-pipe",
    "durable-data-can-vanish", "image-under-other-licence", "keyspace-events-off", "password-in-tracked-file",
    "plain-text-connection", "renamed-command-used", "keyspace-watch-without-prerequisite",
  ]

  @Test func `dual writes: the table is old, the dump is no commands, and the lock can be evicted`() throws {
    #expect(
      try findings("dual-write", rules) == [
        "README.md:14 dump-into-pipe", "README.md:8 documentation-contradicts-source",
        "app/events.py:10 keyspace-watch-without-prerequisite", "app/events.py:21 durable-data-can-vanish",
      ])
  }

  @Test func `streams: the broker evicts them, and its licence is not the other's`() throws {
    #expect(
      try findings("go-streams", rules) == [
        "deploy/docker-compose.yml:3 image-under-other-licence", "events/events.go:25 durable-data-can-vanish",
      ])
  }

  @Test func `recommended settings take away what the code sends`() throws {
    #expect(
      try findings("node-ioredis", rules) == [
        "README.md:7 documentation-contradicts-source", "src/links.js:14 renamed-command-used",
        "src/links.js:4 renamed-command-used", "worker/index.js:3 connection-precedence-differs",
      ])
  }

  @Test func `a cache's user may not send KEYS, and its address lacks TLS`() throws {
    #expect(
      try findings("python-cache", rules) == [
        "deploy/values.yaml:15 plain-text-connection", "framework/cache/valkey.py:18 command-denied-by-acl",
      ])
  }

  @Test func `the inventory has rows for servers, variables, libraries and calls`() throws {
    let dual = try Run("inventory", project("dual-write")).output
    #expect(dual.contains("| `cache` | `deploy/docker-compose.yml` L3 | `redis:7.2.5` | BSD-3-Clause | 6379 → 6379 |"))
    #expect(dual.contains("| `valkey-cli` reads `/backup/dump.rdb` | `-h` `--pipe` | `README.md` L14 |"))
    #expect(dual.contains("| redis-py | python | `==5.0.8` |  | `requirements.txt` L1 |"))
    let node = try Run("inventory", project("node-ioredis")).output
    #expect(node.contains("| `VALKEY_URL`, then `REDIS_URL` | `redis://127.0.0.1:6379` | `src/connection.js` L3 |"))
  }

  @Test(
    arguments: [
      ("BSD-3-Clause", ["error"]), ("[SSPLv1, BSD-3-Clause]", []), ("BSD", nil),
    ] as [(String, [String]?)])
  func `which licences are intended is said in the configuration`(licences: String, severities: [String]?) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "licences-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try "services: {cache: {image: \"redis:7.4\"}}\n".write(
      toFile: "\(folder)/compose.yaml", atomically: true, encoding: .utf8)
    try "check:\n  licences: \(licences)\n  severity: {image-under-other-licence: error}\n".write(
      toFile: "\(folder)/redis-inventory.yml", atomically: true, encoding: .utf8)
    let run = try Run("check", folder, "--select", "image-under-other-licence", "--format", "json", "--allow-empty")
    guard let severities else {
      #expect(run.code == 2)
      #expect(run.errors.contains("redis-inventory.yml:2"))
      return
    }
    let report = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let found = try #require(report["findings"] as? [[String: Any]])
    #expect(found.map { "\($0["severity"] ?? "")" } == severities)
  }

  @Test(arguments: ["dual-write", "go-streams", "node-ioredis", "python-cache"])
  func `one and many threads give equal documents`(name: String) throws {
    let one = try Run("inventory", project(name), "--format", "json", "--threads", "1")
    let many = try Run("inventory", project(name), "--format", "json", "--threads", "16")
    #expect(one.output == many.output)
    #expect(one.output.contains("\"infrastructure\""))
  }
}
