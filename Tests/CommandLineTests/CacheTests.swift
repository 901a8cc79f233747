import Foundation
import Testing

/// Whole runs of `scan --cache-folder`.
@Suite struct CacheTests {
  private let folder: URL
  private let tree: URL
  private let cache: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "redis-inventory-\(UUID().uuidString)")
    tree = folder.appending(path: "tree")
    cache = folder.appending(path: "cache")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func remove() { try? FileManager.default.removeItem(at: folder) }

  private func write(_ text: String, to path: String) throws {
    let file = tree.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// A tree with a client, a user of it that does not name the server, and a file that has nothing to do with either.
  private func makeTree() throws {
    try write("import redis\n\nstore = redis.Redis()\n", to: "app/store.py")
    try write("from app.store import store\n\nstore.get('a')\n", to: "app/user.py")
    try write("def add(a, b):\n    return a + b\n", to: "app/sums.py")
    // What has only just been written is not stored.
    age()
  }

  /// Waits until the files are not of this moment any more.
  private func age() { Thread.sleep(forTimeInterval: 0.1) }

  private func scan(_ flags: String...) throws -> Run {
    try Run(["scan", tree.path, "--no-config", "--format", "json"] + flags)
  }

  private func cached() throws -> Run { try scan("--cache-folder", cache.path) }

  /// The name of the entry with the report.
  private func reportEntry() throws -> String {
    try #require(FileManager.default.contentsOfDirectory(atPath: cache.path).first { !$0.hasPrefix("facts-") })
  }

  /// Whether a run took its report from the cache.
  private func isHit() throws -> Bool {
    let run = try scan("--cache-folder", cache.path, "--timings")
    return run.errors.contains("\ncache ")
  }

  @Test(arguments: ["access", "claims", "dual-write", "go-streams", "node-ioredis", "python-cache", "shop"])
  func `a report is the same with the cache, empty and filled`(project: String) throws {
    defer { remove() }
    try FileManager.default.copyItem(atPath: "\(Run.projects)/\(project)", toPath: tree.path)
    age()
    for format in ["json", "jsonl", "text", "markdown"] {
      let plain = try Run("scan", tree.path, "--format", format)
      for _ in 1...2 {
        let run = try Run("scan", tree.path, "--format", format, "--cache-folder", cache.path)
        #expect(run.output == plain.output)
        #expect(run.errors == plain.errors)
      }
    }
    #expect(try Run("scan", tree.path, "--timings", "--cache-folder", cache.path).errors.contains("\ncache "))
  }

  @Test func `a change where the scan does not look keeps the report`() throws {
    defer { remove() }
    try makeTree()
    #expect(try !isHit())
    #expect(try isHit())
    try write("def add(a, b):\n    return b + a\n", to: "app/sums.py")
    #expect(try isHit())
    try write("import redis\n\nstore = redis.Redis()\n", to: "app/store.py")
    #expect(try isHit(), "the same content, written anew")
    #expect(try cached().output == scan().output)
  }

  @Test(arguments: [
    ("app/user.py", "from app.store import store\n\nstore.get('b')\n"),
    ("app/sums.py", "import redis\nredis.Redis().get('c')\n"),
    ("app/sums.py", "from app.store import store\n\nstore.set('d', 1)\n"), ("app/new.py", "x = 1\n"),
    ("app/store.py", "store = None\n"), ("app/sums.py", "x = '\u{0}'\n"),
  ])
  func `a change that matters is seen`(path: String, text: String) throws {
    defer { remove() }
    try makeTree()
    _ = try cached()
    try write(text, to: path)
    age()
    #expect(try !isHit())
    #expect(try cached().output == scan().output)
  }

  @Test func `what is stored after a change is right for every file`() throws {
    defer { remove() }
    try makeTree()
    _ = try cached()
    for (path, text) in [
      ("app/user.py", "from app.store import store\n\nstore.get('b')\n"),
      ("app/store.py", "import redis\n\nstore = redis.StrictRedis()\n"),
      ("app/user.py", "from app.store import store\n\nstore.get('a')\n"),
    ] {
      try write(text, to: path)
      age()
      #expect(try !isHit(), "\(path)")
      #expect(try isHit(), "\(path)")
      #expect(try cached().output == scan().output, "\(path)")
    }
    try write("def add(a, b):\n    return b - a\n", to: "app/sums.py")
    #expect(try isHit(), "what nobody looks at is known by its content too")
  }

  @Test func `a change is followed into files that did not change`() throws {
    defer { remove() }
    try write("from app.store import keeper\n\nkeeper.get('kept')\n", to: "app/keeping.py")
    try makeTree()
    #expect(try !cached().output.contains("kept"))
    try write("import redis\n\nstore = redis.Redis()\nkeeper = redis.Redis()\n", to: "app/store.py")
    age()
    #expect(try cached().output == scan().output)
    #expect(try cached().output.contains("kept"))
  }

  @Test func `a package that is called anew is looked at anew`() throws {
    defer { remove() }
    try write("{ \"name\": \"tools\" }\n", to: "package.json")
    try write("module.exports = class Client {}\n", to: "index.js")
    try makeTree()
    _ = try cached()
    try write("{ \"name\": \"redis-tools\" }\n", to: "package.json")
    age()
    #expect(try cached().errors == scan().errors, "the counts of searched and parsed files")
  }

  @Test func `a file that goes is seen`() throws {
    defer { remove() }
    try makeTree()
    _ = try cached()
    try FileManager.default.removeItem(at: tree.appending(path: "app/sums.py"))
    #expect(try !isHit())
  }

  @Test func `settings and tables are part of the question`() throws {
    defer { remove() }
    try makeTree()
    _ = try cached()
    let flags = ["--timings", "--cache-folder", cache.path]
    for more in [["--exclude", "app/user.py"], ["--exhaustive"]] {
      #expect(try !Run(["scan", tree.path, "--no-config"] + flags + more).errors.contains("\ncache "))
    }
    #expect(try !Run(["scan", tree.path + "/app", "--no-config"] + flags).errors.contains("\ncache "))
    try write("exclude: [app/user.py]\n", to: "redis-inventory.yml")
    #expect(try !Run(["scan", tree.path] + flags).errors.contains("\ncache "))
    #expect(try Run(["scan", tree.path] + flags).errors.contains("0 operations"))
    try write("exclude: []\n", to: "redis-inventory.yml")
    #expect(try Run(["scan", tree.path] + flags).errors.contains("1 operation"))
  }

  @Test func `a broken entry is no entry, and is replaced`() throws {
    defer { remove() }
    try makeTree()
    let whole = try cached()
    let file = cache.appending(path: try reportEntry())
    let entry = try Data(contentsOf: file)
    var flipped = entry
    flipped[entry.count / 2] ^= 1
    for broken in [
      Data(), entry.prefix(10), entry.prefix(entry.count - 1), flipped, Data(repeating: 0xFF, count: 4096),
    ] {
      try broken.write(to: file)
      #expect(try cached().output == whole.output)
      #expect(try Data(contentsOf: file).count == entry.count)
    }
    #expect(try isHit())
  }

  @Test func `a link is no entry`() throws {
    defer { remove() }
    try makeTree()
    _ = try cached()
    let name = try reportEntry()
    let elsewhere = folder.appending(path: "elsewhere")
    try FileManager.default.moveItem(at: cache.appending(path: name), to: elsewhere)
    try FileManager.default.createSymbolicLink(at: cache.appending(path: name), withDestinationURL: elsewhere)
    #expect(try !isHit())
  }

  @Test func `no cache is read or written inside the tree, or where others may write`() throws {
    defer { remove() }
    try makeTree()
    for path in [tree.path, tree.path + "/cache"] {
      let run = try scan("--cache-folder", path)
      #expect(run.code == 2)
      #expect(run.errors.contains("could hold answers that somebody committed"))
    }
    try FileManager.default.createSymbolicLink(at: folder.appending(path: "link"), withDestinationURL: tree)
    #expect(try scan("--cache-folder", folder.path + "/link").code == 2)
    try FileManager.default.createDirectory(at: cache, withIntermediateDirectories: true)
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: cache.path)
    #expect(try cached().code == 2)
    #expect(try scan("--cache").errors.contains("neither XDG_CACHE_HOME nor HOME tells"))
    let home = try Run(
      ["scan", tree.path, "--no-config", "--cache"], environment: ["HOME=\(folder.path)"])
    #expect(home.code == 0)
    #expect(FileManager.default.fileExists(atPath: folder.path + "/.cache/redis-inventory"))
  }

  @Test func `runs at once do not disturb each other`() async throws {
    defer { remove() }
    try makeTree()
    let whole = try scan().output
    try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<6 { group.addTask { try cached().output } }
      for try await output in group { #expect(output == whole) }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: cache.path).count == 2)
  }

  @Test(arguments: ["access", "claims", "dual-write", "go-streams", "node-ioredis", "python-cache", "shop"])
  func `checks and documents are the same with kept facts`(project: String) throws {
    defer { remove() }
    try FileManager.default.copyItem(atPath: "\(Run.projects)/\(project)", toPath: tree.path)
    for command in ["check", "inventory"] {
      let plain = try Run(command, tree.path)
      for _ in 1...2 {
        let run = try Run(command, tree.path, "--cache-folder", cache.path)
        #expect(run.output == plain.output)
        #expect(run.errors == plain.errors)
        #expect(run.code == plain.code)
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: cache.path).contains { $0.hasPrefix("facts-") })
  }

  @Test func `kept facts of a file that changed are not used`() throws {
    defer { remove() }
    try makeTree()
    _ = try cached()
    try write("from app.store import store\n\nstore.get('other')\n", to: "app/user.py")
    #expect(try cached().output == scan().output)
    #expect(try cached().output.contains("\"other\""))
  }
}
