import Foundation
import Testing

@Suite struct SchemaCommandTests {
  private let source = """
    import redis

    client = redis.Redis()


    def remember(user, cart):
        client.set(f"cart:{user}", cart, ex=3600)

    """

  @Test func `alone, and by its name, the form of the report is printed`() throws {
    for arguments in [["schema"], ["schema", "--format", "json-schema"]] {
      let run = try Run(arguments)
      #expect(run.code == 0)
      #expect(run.output.contains("https://json-schema.org/draft/2020-12/schema"))
    }
  }

  @Test func `what is frozen passes the check, and a renamed key does not`() throws {
    let tree = try ProjectFolder(["app.py": source])
    let write = try Run("schema", "--write", tree.path)
    #expect(write.code == 0)
    #expect(write.errors.contains("1 key, 0 channels, 0 scripts, 0 locks frozen"))
    #expect(try Run("schema", "--check", tree.path).code == 0)
    #expect(try Run("check", tree.path, "--select", "unplanned-key-change").code == 0)

    try tree.write(source.replacingOccurrences(of: "cart:", with: "basket:"), to: "app.py")
    let check = try Run("check", tree.path, "--select", "unplanned-key-change")
    #expect(check.code == 1)
    #expect(check.output.contains("app.py:7:12: error: key basket:{} is not in the frozen schema"))
    #expect(check.output.contains("redis-schema.yml:5:1: error: key cart:{} is frozen and no longer used"))
    #expect(try Run("schema", "--check", tree.path).code == 1)
  }

  @Test func `a plan of the configuration covers a change, and one of the schema outlives its writing`() throws {
    let tree = try ProjectFolder(["app.py": source])
    _ = try Run("schema", "--write", tree.path)
    try tree.write(source.replacingOccurrences(of: "cart:", with: "basket:"), to: "app.py")
    let plans = "plans: [{from: \"cart:{}\", to: \"basket:{}\", dual: both, owner: me, until: 9999-12-31}]\n"
    try tree.write(plans, to: "redis-inventory.yml")
    #expect(try Run("check", tree.path, "--select", "unplanned-key-change").code == 0)
    try tree.write("", to: "redis-inventory.yml")
    try tree.write(try tree.text(of: "redis-schema.yml") + plans, to: "redis-schema.yml")
    #expect(try Run("check", tree.path, "--select", "unplanned-key-change").code == 0)
    _ = try Run("schema", "--write", tree.path)
    #expect(try tree.text(of: "redis-schema.yml").hasSuffix(plans))
  }

  @Test func `the unsaved text of a script is compared with the frozen one`() throws {
    let script = "redis.call('SET', KEYS[1], ARGV[1])\n"
    let tree = try ProjectFolder(["take.lua": script])
    _ = try Run("schema", "--write", tree.path)
    let command =
      "printf \"redis.call('SET', KEYS[1], 'x')\" | '\(Run.program)' check '\(tree.path)' "
      + "--stdin-path '\(tree.path)/take.lua' --select unplanned-script-change --format concise"
    let run = try Run(program: "/bin/sh", ["-c", command])
    #expect(run.code == 1, "\(run.output)\(run.errors)")
    #expect(run.output.contains("take.lua"))
  }

  @Test func `a mistake in the schema is no answer, and told with its place`() throws {
    let tree = try ProjectFolder(["app.py": source, "redis-schema.yml": "version: 1\nkeys:\n  - kye: a\n"])
    let run = try Run("check", tree.path)
    #expect(run.code == 2)
    #expect(run.errors.contains("redis-schema.yml:3:5: unknown key 'kye' of a key; did you mean 'key'?"))
  }

  @Test func `a part of a frozen tree is checked against its part`() throws {
    let tree = try ProjectFolder([
      "app/app.py": source, "lib/app.py": source.replacingOccurrences(of: "cart", with: "x"),
    ])
    _ = try Run("schema", "--write", tree.path)
    #expect(try Run("check", tree.path + "/app", "--select", "unplanned-key-change").code == 0)
  }
}

/// A folder that lives as long as a test.
final class ProjectFolder {
  let path: String

  init(_ files: [String: String]) throws {
    path = FileManager.default.temporaryDirectory.appending(path: "redis-inventory-\(UUID().uuidString)").path
    for (name, text) in files { try write(text, to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) throws {
    let file = URL(filePath: path).appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func text(of name: String) throws -> String {
    try String(contentsOf: URL(filePath: path).appending(path: name), encoding: .utf8)
  }
}
