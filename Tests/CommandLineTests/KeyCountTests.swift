import Foundation
import Testing

/// How many keys a call gives, where the source tells.
@Suite struct KeyCountTests {
  @Test(
    arguments: [
      ("client.eval(\"return 1\", 0)", 0), ("client.eval(\"return 1\", numkeys=0)", 0),
      ("client.register_script(\"return 1\")(keys=[], args=[\"a\"])", 0),
      ("client.register_script(\"return 1\")(keys=[\"a\", \"b\"])", 2), ("client.delete(\"a\")", 1),
      ("client.delete(*names)", nil),
    ] as [(String, Int?)])
  func `keys that are written are counted`(call: String, count: Int?) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "keys-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try "import redis\n\n\ndef send(names):\n    client = redis.Redis()\n    \(call)\n".write(
      toFile: "\(folder)/app.py", atomically: true, encoding: .utf8)
    let run = try Run("scan", "--format", "json", folder)
    let report = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let operations = try #require(report["operations"] as? [[String: Any]])
    let sent = try #require(operations.first { ["EVAL", "EVALSHA", "DEL"].contains($0["command"] as? String) })
    #expect(sent["keyCount"] as? Int == count)
  }
}
