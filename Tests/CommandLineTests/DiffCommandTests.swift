import FileSystem
import Foundation
import Testing

@Suite struct DiffCommandTests {
  private static let store = """
    import redis

    client = redis.Redis()


    def remember(user, cart):
        client.set(f"cart:{user}", cart, ex=3600)

    """
  private static let cleared =
    store + """


      def clear():
          for key in client.keys("cart:*"):
              client.delete(key)

      """

  /// A repository with two commits: the second adds a function that clears all.
  private func repository() throws -> ProjectFolder {
    let tree = try ProjectFolder(["app/store.py": Self.store])
    try tree.git("init -q -b main .", "add -A", "commit -q -m one")
    try tree.write(Self.cleared, to: "app/store.py")
    try tree.git("add -A", "commit -q -m two")
    return tree
  }

  @Test func `two commits are compared as a review reads it`() throws {
    let tree = try repository()
    let run = try Run("diff", "main~1", "main", "--path", tree.path)
    #expect(run.code == 0)
    #expect(
      run.output.hasPrefix("main~1 → main: 2 operations came; 1 key came, 1 changed; 1 finding came\n"),
      "\(run.output)\(run.errors)")
    #expect(run.output.contains("+ app/store.py:11:23: KEYS cart:*"))
    #expect(run.output.contains("[keys-in-production]"))
    let back = try Run("diff", "main..main~1", "--path", tree.path)
    #expect(back.output.contains("2 operations went"))
  }

  @Test func `the work tree is the second side when none is named`() throws {
    let tree = try repository()
    #expect(
      try Run("diff", "HEAD", "--path", tree.path).output
        == "HEAD → work tree: no difference in what is done with Redis\n")
    try tree.write(Self.store.replacingOccurrences(of: "3600", with: "60"), to: "app/store.py")
    let run = try Run("diff", "HEAD~1", "--path", tree.path, "--format", "markdown")
    #expect(run.output.hasPrefix("## Redis: `HEAD~1` → `work tree`\n"))
    #expect(
      run.output.contains("- **changed** `SET cart:{}` in `remember` (`app/store.py:7`): ttl 3600 s → 60 s\n"),
      "\(run.output)")
    #expect(run.output.contains("- **changed** `cart:{}`: ttl 3600 s → 60 s\n"))
  }

  @Test func `where two branches parted is the first side of three dots`() throws {
    let tree = try repository()
    try tree.git("checkout -q -b side main~1")
    try tree.write("", to: "app/other.py")
    try tree.git("add -A", "commit -q -m side")
    #expect(try Run("diff", "main...side", "--path", tree.path).output.contains("no difference"))
    #expect(try Run("diff", "main..side", "--path", tree.path).output.contains("2 operations went"))
  }

  @Test func `the difference is JSON for programs`() throws {
    let tree = try repository()
    let run = try Run("diff", "HEAD~1", "HEAD", "--path", tree.path, "--format", "json")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect((object["operations"] as? [[String: Any]])?.map { $0["kind"] as? String } == ["came", "came"])
    #expect((object["before"] as? [String: Any])?["commit"] as? String != nil)
  }

  @Test func `a check since a revision fails on what is new alone`() throws {
    let tree = try repository()
    let all = try Run("check", tree.path, "--select", "keys-in-production")
    #expect(all.code == 1)
    let none = try Run("check", tree.path, "--select", "keys-in-production", "--since", "HEAD")
    #expect(none.code == 0)
    #expect(none.output.isEmpty)
    #expect(none.errors.contains("1 that the revision has too"), "\(none.errors)")
    let new = try Run("check", tree.path, "--select", "keys-in-production", "--since", "HEAD~1")
    #expect(new.code == 1)
    #expect(new.output.contains("keys-in-production"))
  }

  @Test func `a cause in another file than the changed one counts`() throws {
    let files = [
      "factory.py": "import redis\n\n\ndef make():\n    return {}\n",
      "use.py": "from factory import make\n\n\ndef names():\n    return make().keys(\"*\")\n",
    ]
    let tree = try ProjectFolder(files)
    try tree.git("init -q -b main .", "add -A", "commit -q -m one")
    try tree.write("import redis\n\n\ndef make():\n    return redis.Redis()\n", to: "factory.py")
    let run = try Run("check", tree.path, "--select", "keys-in-production", "--since", "HEAD")
    #expect(run.code == 1)
    #expect(run.output.contains("use.py:5"), "\(run.output)")
  }

  @Test func `unsaved text is compared with what the revision has of the file`() throws {
    let tree = try repository()
    let path = tree.path + "/app/store.py"
    try tree.write(Self.cleared + "\n\nnames = client.keys(\"name:*\")\n", to: "unsaved")
    let run = try Run(
      program: "/bin/sh",
      [
        "-c",
        "'\(Run.program)' check '\(tree.path)' --stdin-path '\(path)' --since HEAD --format concise "
          + "--select keys-in-production < '\(tree.path)/unsaved'",
      ])
    #expect(run.code == 1, "\(run.errors)")
    #expect(run.output.hasPrefix("app/store.py:15:16: error: KEYS name:*"), "\(run.output)")
    #expect(run.output.split(separator: "\n").count == 1)
  }

  @Test func `the configuration of the later side holds for both`() throws {
    let tree = try repository()
    try tree.write("exclude: [\"app/**\"]\n", to: "redis-inventory.yml")
    #expect(try Run("diff", "HEAD~1", "--path", tree.path).output.contains("no difference"))
  }

  @Test func `a folder inside a repository is compared with itself, also when it is new`() throws {
    let tree = try repository()
    #expect(try Run("diff", "HEAD~1", "--path", tree.path + "/app").output.contains("+ store.py:11:23: KEYS cart:*"))
    try tree.write(Self.store, to: "new/store.py")
    let run = try Run("diff", "HEAD", "--path", tree.path + "/new")
    #expect(run.output.contains("1 operation came"), "\(run.output)\(run.errors)")
  }

  @Test func `nothing that a repository configures is run`() throws {
    let tree = try repository()
    for name in [
      "core.fsmonitor", "core.pager", "core.sshCommand", "diff.external", "filter.x.smudge", "diff.x.textconv",
    ] {
      try tree.git("config \(name) 'touch \(tree.path)/ran'")
    }
    try tree.write("* filter=x diff=x\n", to: ".gitattributes")
    #expect(try Run("diff", "HEAD~1", "HEAD", "--path", tree.path).code == 0)
    #expect(!FileManager.default.fileExists(atPath: tree.path + "/ran"))
  }

  @Test(arguments: [
    (["nothing"], "'nothing' is no revision of this repository"), (["-x"], "unknown flag '-x' of diff"),
    (["a..b", "c"], "diff compares two revisions"), ([], "diff needs REV"),
    (["--", "--output=x"], "'--output=x' is no revision of this repository"),
  ])
  func `a mistake is no answer`(words: [String], message: String) throws {
    let tree = try repository()
    let run = try Run(["diff", "--path", tree.path] + words)
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test func `outside of a repository there is nothing to compare`() throws {
    let tree = try ProjectFolder(["a.py": ""])
    let run = try Run("diff", "HEAD", "--path", tree.path)
    #expect(run.code == 2)
    #expect(run.errors.contains("not in a git work tree"))
  }
}

extension ProjectFolder {
  /// Runs commands of git in the folder.
  func git(_ commands: String...) throws {
    for command in commands {
      let run = try Subprocess.run(
        "/bin/sh", ["-ec", "cd '\(path)' && git -c user.name=a -c user.email=a@b \(command)"],
        environment: ["PATH=/usr/bin:/bin", "HOME=\(path)", "GIT_CONFIG_NOSYSTEM=1"], timeLimit: .seconds(60))
      try #require(run.exitCode == 0, "\(command): \(String(decoding: run.errors, as: UTF8.self))")
    }
  }
}
