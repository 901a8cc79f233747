import Foundation
import Testing

/// Whole runs of `scan --shard` and `merge`.
@Suite struct MergeCommandTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "redis-inventory-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func remove() { try? FileManager.default.removeItem(at: folder) }

  private func write(_ text: String, to name: String) throws -> String {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  /// Writes the reports of all parts of a scan, and gives their files.
  private func shards(of tree: String, _ count: Int) throws -> [String] {
    try (1...count).map { number in
      let run = try Run("scan", tree, "--no-config", "--format", "json", "--shard", "\(number)/\(count)")
      #expect(run.code == 0)
      return try write(run.output, to: "\(number).json")
    }
  }

  @Test(
    arguments: ["access", "claims", "dual-write", "go-streams", "node-ioredis", "python-cache", "shop"], [1, 2, 3, 7])
  func `the parts of a project make the report of the whole`(project: String, count: Int) throws {
    defer { remove() }
    let tree = "\(Run.projects)/\(project)"
    for format in ["json", "jsonl", "text", "markdown"] {
      let merged = try Run(["merge", "--format", format] + shards(of: tree, count).reversed())
      #expect(merged.code == 0)
      if merged.errors.contains("leads to files of others") { continue }
      #expect(try merged.output == Run("scan", tree, "--no-config", "--format", format).output)
    }
  }

  @Test func `what an import leads to in another part is followed, and told`() throws {
    defer { remove() }
    _ = try write("import redis\n\nstore = redis.Redis()\n", to: "tree/zoo/store.py")
    _ = try write("from zoo.store import store\n\nredis_a = store.get('a')\n", to: "tree/app/main.py")
    _ = try write("from zoo.store import store\n\nstore.set('b', 1)\n", to: "tree/app/other.py")
    let tree = folder.appending(path: "tree").path
    let merged = try Run(["merge"] + shards(of: tree, 2))
    #expect(try merged.output == Run("scan", tree, "--no-config").output)
    #expect(merged.output.contains("app/main.py:3:17: GET a"))
    #expect(merged.output.contains("app/other.py:3:7: SET b"))
    #expect(
      merged.errors.contains(
        "note: shard 1/2 leads to files of others, where a whole scan may know more (1): "
          + "zoo/store.py (imported at app/main.py:1)"))
    #expect(merged.errors.contains("note: shard 2/2 leads to files of others"))
  }

  @Test func `what names a server in a text alone is found by the part that leads to it`() throws {
    defer { remove() }
    _ = try write("import redis\n\nstore = redis.Redis()\n", to: "tree/zoo/store.py")
    _ = try write("from zoo.store import store\n\nstore.get('redis:a')\n", to: "tree/app/main.py")
    _ = try write("from zoo.store import store\n\nstore.set('b', 1)\n", to: "tree/app/other.py")
    let tree = folder.appending(path: "tree").path
    let merged = try Run(["merge"] + shards(of: tree, 2))
    #expect(try merged.output == Run("scan", tree, "--no-config").output)
    #expect(merged.output.contains("app/main.py:3:7: GET redis:a"))
    #expect(merged.output.contains("app/other.py:3:7: SET b"))
    #expect(!merged.errors.contains("shard 1/2 leads to files of others"))
    #expect(merged.errors.contains("note: shard 2/2 leads to files of others"))
  }

  @Test func `repositories stand side by side, and can be merged again`() throws {
    defer { remove() }
    func report(_ project: String, _ name: String) throws -> String {
      let run = try Run("scan", "\(Run.projects)/\(project)", "--no-config", "--format", "json", "--repository", name)
      return try write(run.output, to: "\(project).json")
    }
    let files = [try report("shop", "acme/shop"), try report("go-streams", "acme/streams")]
    let fleet = try write(Run(["merge", "--format", "json"] + files).output, to: "fleet.json")
    let text = try Run("merge", fleet)
    #expect(text.output.contains("acme/shop/app/cart.py:10:21: HINCRBY cart:{}"))
    #expect(text.output.contains("\nacme/streams/"))
    #expect(text.errors.hasPrefix("acme/shop:\n5 operations"))
    let lines = try Run("merge", fleet, "--format", "jsonl").output.split(separator: "\n")
    #expect(lines.allSatisfy { $0.contains(#""repository":"acme/"#) })
    #expect(try Run("merge", fleet, "--format", "json").output == String(contentsOfFile: fleet, encoding: .utf8))
  }

  @Test func `what is no report is refused with its file and the place in it`() throws {
    defer { remove() }
    let report = try Run("scan", "\(Run.projects)/shop", "--no-config", "--format", "json").output
    let cases: [(text: String, message: String)] = [
      ("", "line 1, column 1: the text ends too early"),
      (report.replacing("\"tool\"", with: "\"tol\""), "unknown member 'tol'; did you mean 'tool'?"),
      (report.replacing("\"schemaVersion\": 1", with: "\"schemaVersion\": 9"), "schemaVersion: this program reads"),
      (report.replacing("\"line\": 10", with: "\"line\": \"10\""), "operations[0].line: a whole number is expected"),
      (report.replacing("\"HINCRBY\"", with: "\"HINCRBY"), "line 13, column 27: a character in a string has to be"),
      ("[]", "an object is expected"), ("{\"repositories\": []}", "'schemaVersion' is missing"),
    ]
    for (text, message) in cases {
      let file = try write(text, to: "broken.json")
      let run = try Run("merge", file)
      #expect(run.code == 2)
      #expect(run.output.isEmpty)
      #expect(run.errors.hasPrefix("redis-inventory: \(file): \(message)"), "\(run.errors)")
    }
    #expect(try Run("merge", "/none.json").errors.hasPrefix("redis-inventory: /none.json: cannot be read"))
    #expect(try Run("merge").code == 2)
    #expect(try Run("scan", "\(Run.projects)/shop", "--shard", "3/2").errors.contains("'3/2' is no --shard"))
  }
}
