import Foundation
import Testing

/// Whole runs of `check` and of the commands around it.
@Suite struct CheckTests {
  private let tree: URL

  init() throws {
    tree = FileManager.default.temporaryDirectory.appending(path: "redis-inventory-\(UUID().uuidString)")
    try write(
      "app/cache.py",
      """
      import redis

      client = redis.Redis()


      def clear():
          for key in client.keys("user:*"):
              client.delete(key)
      """)
    try write("tests/test_cache.py", "import redis\nredis.Redis().keys('*')\n")
    try FileManager.default.createDirectory(at: tree.appending(path: ".git"), withIntermediateDirectories: true)
  }

  private func write(_ path: String, _ text: String) throws {
    let file = tree.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  private func remove() { try? FileManager.default.removeItem(at: tree) }

  /// A check for one rule, so that others need not be known here.
  private func check(_ arguments: String...) throws -> Run {
    try Run(["check", tree.path, "--select", "keys-in-production,faulty-suppression"] + arguments)
  }

  @Test func `a broken rule is told with its source, its evidence and what to do, and fails`() throws {
    defer { remove() }
    let run = try check()
    #expect(run.code == 1)
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines[0].hasPrefix("app/cache.py:7:23: error: KEYS user:* "))
    #expect(lines[0].hasSuffix(" [keys-in-production]"))
    #expect(lines[2] == "  7 |     for key in client.keys(\"user:*\"):")
    #expect(lines[3] == "    |                       ^^^^")
    #expect(lines.contains("    = app/cache.py:3:16: redis.Redis(…)"))
    #expect(lines.contains("    = in clear"))
    #expect(run.output.contains("(redis-inventory explain keys-in-production)"))
    #expect(run.errors.contains("not shown: 1 in test code (--context)"))
    #expect(run.errors.contains("1 error in 3 operations; 2 files searched, 2 parsed"))
  }

  @Test(
    arguments: [
      (["--exit-zero"], 0), (["--fail-on", "never"], 0), (["--fail-on", "error"], 1), (["--context", "example"], 0),
      (["--context", "test", "--fail-on", "advice"], 1), (["--ignore", "keys-in-production"], 0),
    ] as [([String], Int32)])
  func `the exit code says what the flags ask`(flags: [String], code: Int32) throws {
    defer { remove() }
    #expect(try Run(["check", tree.path, "--select", "keys-in-production"] + flags).code == code)
  }

  @Test func `a clean tree says one line`() throws {
    defer { remove() }
    try write("app/cache.py", "import redis\n\ndef get(client: redis.Redis):\n    return client.get('a')\n")
    try FileManager.default.removeItem(at: tree.appending(path: "tests"))
    let run = try Run("check", tree.path)
    #expect(run.code == 0)
    #expect(run.output.isEmpty)
    #expect(run.errors == "no findings in 1 operation; 1 file searched, 1 parsed\n")
  }

  @Test func `a mistake is no answer`() throws {
    defer { remove() }
    for arguments in [
      ["check", tree.path + "/none"], ["check", tree.path, "--fail-on", "eror"], ["check", tree.path, "--select", "x"],
      ["check", tree.path, "--baseline", "/none.yml"], ["check", Run.projects + "/nothing"], ["explain", "x"],
      ["baseline", "wirte", tree.path], ["check", tree.path, "--output", "sarfi=x"],
      ["check", tree.path, "--stdin-path", "/etc/passwd"],
    ] {
      let run = try Run(arguments)
      #expect(run.code == 2, "\(arguments)")
      #expect(run.output.isEmpty, "\(arguments)")
      #expect(run.errors.hasPrefix("redis-inventory: "), "\(arguments)")
    }
    try write("redis-inventory.yml", "check:\n  severity: {key-in-production: off}\n")
    let run = try check()
    #expect(run.code == 2)
    #expect(run.errors.contains("redis-inventory.yml:2:14: unknown rule 'key-in-production'; did you mean 'keys-in-"))
  }

  @Test func `several reports in one run, each in its file`() throws {
    defer { remove() }
    let sarif = tree.appending(path: "out.sarif").path
    let gitlab = tree.appending(path: "out.json").path
    let run = try check("--output", "sarif=\(sarif)", "--output", "gitlab=\(gitlab)", "--format", "concise")
    #expect(run.output.split(separator: "\n").count == 1)
    #expect(try String(contentsOfFile: sarif, encoding: .utf8) == check("--format", "sarif").output)
    #expect(try String(contentsOfFile: gitlab, encoding: .utf8).contains("\"path\": \"app/cache.py\""))
  }

  @Test func `services are told paths from the root of the work tree`() throws {
    defer { remove() }
    let run = try Run("check", tree.path + "/app", "--select", "keys-in-production", "--format", "sarif")
    #expect(run.output.contains("\"uri\": \"app/cache.py\""))
  }

  @Test func `a fingerprint and a baseline outlive edits above and around`() throws {
    defer { remove() }
    #expect(try Run("baseline", "write", tree.path, "--select", "keys-in-production").code == 0)
    let accepted = try check()
    #expect(accepted.code == 0)
    #expect(accepted.errors.contains("1 in the baseline"))
    let text = try String(contentsOf: tree.appending(path: "app/cache.py"), encoding: .utf8)
    try write("app/cache.py", "# more\n\n" + text.replacing("for key in client", with: "for name in  client"))
    #expect(try check("--strict-baseline").code == 0)
    try write("app/cache.py", text.replacing("user:*", with: "cart:*"))
    let changed = try check()
    #expect(changed.code == 1)
    #expect(changed.errors.contains("app/cache.py in clear: KEYS user:* [keys-in-production]"))
    #expect(try Run("baseline", "check", tree.path, "--select", "keys-in-production").code == 1)
    #expect(try Run("baseline", "prune", tree.path, "--select", "keys-in-production").code == 0)
    #expect(try Run("baseline", "check", tree.path, "--select", "keys-in-production").code == 0)
  }

  @Test func `a comment allows a finding, and is told when it does not`() throws {
    defer { remove() }
    let text = try String(contentsOf: tree.appending(path: "app/cache.py"), encoding: .utf8)
    let allow = "# redis-inventory: allow keys-in-production -- a dozen keys\n"
    try write("app/cache.py", text.replacing("def clear", with: "\(allow)def clear"))
    let allowed = try check()
    #expect(allowed.code == 0)
    #expect(allowed.errors.contains("1 allowed by comments"))
    try write("app/cache.py", allow + text)
    let unused = try check("--format", "concise")
    #expect(unused.code == 1)
    #expect(
      unused.output.contains("app/cache.py:1:1: warning: nothing here breaks keys-in-production; remove the comment"))
  }

  @Test func `the nearest configuration holds, and is shown`() throws {
    defer { remove() }
    try write(
      "redis-inventory.yml", "check:\n  overrides:\n    - {paths: app/**, severity: {keys-in-production: advice}}\n")
    #expect(try check().code == 0)
    #expect(try check("--no-config").code == 1)
    #expect(try Run("check", tree.path + "/app", "--select", "keys-in-production").code == 0)
    let shown = try Run("config", tree.path + "/app")
    #expect(shown.output.contains("redis-inventory.yml:2:3"))
    #expect(shown.output.contains("check.failOn: warning"))
  }

  @Test func `what an editor has not saved is checked`() throws {
    defer { remove() }
    let path = tree.appending(path: "app/new.py").path
    let command =
      "printf 'import redis\\nredis.Redis().keys(1)\\n' | '\(Run.program)' check '\(tree.path)' --stdin-path '\(path)'"
    let run = try Run(program: "/bin/sh", ["-c", command + " --format concise --select keys-in-production"])
    #expect(run.code == 1)
    #expect(run.output.hasPrefix("app/new.py:2:15: error: "))
    #expect(run.output.split(separator: "\n").count == 1)
  }

  @Test func `rules are listed and explained`() throws {
    defer { remove() }
    #expect(try Run("rules").output.contains("keys-in-production"))
    let list = try JSONSerialization.jsonObject(with: Data(Run("rules", "--format", "json").output.utf8))
    #expect(try #require(list as? [[String: Any]]).allSatisfy { ($0["examples"] as? [Any])?.isEmpty == false })
    let page = try Run("explain", "keys-in-production").output
    #expect(page.hasPrefix("# KEYS in production code\n"))
    #expect(page.contains("# reported: keys-in-production"))
    #expect(try Run("explain", "keys-in-productoin").errors.contains("did you mean 'keys-in-production'?"))
  }

  @Test func `what editors and programs need is printed without a path`() throws {
    defer { remove() }
    for arguments in [["check", "--schema"], ["config", "--schema"]] {
      let run = try Run(arguments)
      #expect(run.code == 0)
      #expect(run.output.contains("https://json-schema.org/draft/2020-12/schema"))
    }
  }

  @Test func `the manual page speaks of every command and flag`() throws {
    defer { remove() }
    let page = try Run("man").output
    for word in ["check", "baseline", "strict\\-baseline", "fail\\-on", "stdin\\-path", "EXIT STATUS"] {
      #expect(page.contains(word), "\(word)")
    }
  }
}
