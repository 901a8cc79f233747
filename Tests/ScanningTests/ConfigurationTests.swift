import InventoryModel
import Scanning
import Testing

@Suite struct ConfigurationTests {
  private func message(_ text: String) -> String {
    do throws(ConfigurationError) {
      _ = try ConfigurationFile(text: text, path: "redis-inventory.yml")
      return ""
    } catch {
      return error.description
    }
  }

  @Test func `all settings are read`() throws {
    let file = try ConfigurationFile(
      text: """
        include: [vendor/own]
        exclude: old
        contexts: {example: ["tools/**"]}
        rules: rules
        exhaustive: true
        threads: 3
        owners: {"/app/": ["@a", "@b"], "*.go": "@c"}
        """, path: "/x/redis-inventory.yml")
    var expected = Options()
    expected.include = ["vendor/own"]
    expected.exclude = ["old"]
    expected.contexts = [.example: ["tools/**"]]
    expected.rules = "rules"
    expected.exhaustive = true
    expected.threads = 3
    expected.owners = [OwnerEntry("/app/", owners: ["@a", "@b"]), OwnerEntry("*.go", owners: ["@c"])]
    #expect(file.options == expected)
    let configuration = try Configuration(
      commandLine: Options(), file: file, root: "/x", conventions: FileClassifier())
    #expect(configuration.rules == "/x/rules")
  }

  @Test(arguments: [
    ("excludes: a", "redis-inventory.yml:1:1: unknown setting 'excludes'; did you mean 'exclude'?"),
    ("threads: 1\ncontexts:\n  tests: a", "redis-inventory.yml:3:3: unknown context 'tests'; did you mean 'test'?"),
    ("threads: none", "redis-inventory.yml:1:10: a number above 0 is expected"),
    ("- a", "redis-inventory.yml:1:1: settings are expected, not a list"),
    ("owners:\n  a//b: \"@a\"", "redis-inventory.yml:2:3: 'a//b' is no pattern of files"),
    ("exclude: [{a: b}]", "redis-inventory.yml:1:11: a text is expected"),
  ])
  func `a mistake is told with its place`(text: String, message expected: String) {
    #expect(message(text) == expected)
  }

  @Test func `an empty file says nothing`() throws {
    #expect(try ConfigurationFile(text: "", path: "f").options == Options())
  }

  @Test func `the nearest file counts, up to the root of the work tree`() throws {
    let tree = try TemporaryTree(["redis-inventory.yml": "", "a/b/c.py": "", "a/redis-inventory.yml": ""])
    #expect(ConfigurationFile.nearest(to: tree.path + "/a/b") == tree.path + "/a/redis-inventory.yml")
    #expect(ConfigurationFile.nearest(to: tree.path) == tree.path + "/redis-inventory.yml")
    try tree.run("rm a/redis-inventory.yml; mkdir a/.git")
    #expect(ConfigurationFile.nearest(to: tree.path + "/a/b") == nil)
  }

  @Test func `the command line comes before the file`() throws {
    let file = try ConfigurationFile(text: "threads: 3\nexclude: sub/old", path: "/x/redis-inventory.yml")
    var options = Options()
    options.threads = 1
    options.exclude = ["new"]
    let configuration = try Configuration(
      commandLine: options, file: file, root: "/x/sub", conventions: FileClassifier())
    #expect(configuration.threads == 1)
    #expect(configuration.classifier.reasonToSkip("new/a.py") == .excluded)
    #expect(configuration.classifier.reasonToSkip("old/a.py") == .excluded)
    #expect(configuration.classifier.reasonToSkip("sub/old/a.py") == nil)
  }
}
