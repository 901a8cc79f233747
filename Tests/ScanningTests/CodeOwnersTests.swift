import Scanning
import Testing

@Suite struct CodeOwnersTests {
  @Test(arguments: [
    ("*", "a/b.py"), ("*.py", "deep/in/a.py"), ("/app/", "app/deep/a.py"), ("app/", "x/app/a.py"), ("/app", "app/a.py"),
    ("docs/*", "docs/a.py"), ("/src/**/gen/*.py", "src/x/y/gen/a.py"), ("**/logs", "x/logs/a.py"), ("/", "a.py"),
    ("a?c.py", "abc.py"), ("a\\ b.py", "a b.py"), ("/x/**", "x/y/a.py"), ("a*b*.py", "aXbbY.py"),
  ])
  func `a pattern on GitHub matches`(pattern: String, path: String) throws {
    #expect(try owners(of: path, in: "\(pattern) @a") == ["@a"])
  }

  @Test(arguments: [
    ("docs/*", "docs/in/a.py"), ("docs/*", "x/docs/a.py"), ("app/x.py", "in/app/x.py"), ("/*", "x/a.py"),
    ("/app/", "app"), ("*.py", "a.pyc"), ("App/", "app/a.py"), ("a*b.py", "ab.pyx"),
  ])
  func `a pattern on GitHub does not match`(pattern: String, path: String) throws {
    #expect(try owners(of: path, in: "\(pattern) @a").isEmpty)
  }

  @Test func `the last rule that matches counts, also one without owners`() throws {
    let text = "# all\n* @all\n/app/ @app mail@example.org # the app\n/app/generated/\n"
    #expect(try owners(of: "a.py", in: text) == ["@all"])
    #expect(try owners(of: "app/a.py", in: text) == ["@app", "mail@example.org"])
    #expect(try owners(of: "app/generated/a.py", in: text).isEmpty)
  }

  @Test func `sections on GitLab add up, with defaults and exclusions`() throws {
    let text = """
      * @all

      [Data] @data
      models/
      models/user.py @people
      ^[Review][2]
      *.py @@developer
      !setup.py
      [DATA]
      queue.py
      """
    let place = ".gitlab/CODEOWNERS"
    #expect(try owners(of: "x/models/a.py", in: text, place) == ["@all", "@@developer", "@data"])
    #expect(try owners(of: "models/user.py", in: text, place) == ["@all", "@@developer", "@people"])
    #expect(try owners(of: "setup.py", in: text, place) == ["@all"])
    #expect(try owners(of: "queue.py", in: text, place) == ["@all", "@@developer", "@data"])
  }

  @Test func `without a slash before it a pattern on GitLab holds at any depth`() throws {
    #expect(try owners(of: "x/app/a.py", in: "app/a.py @a", ".gitlab/CODEOWNERS") == ["@a"])
    #expect(try owners(of: "x/app/a.py", in: "/app/a.py @a", ".gitlab/CODEOWNERS").isEmpty)
  }

  @Test func `a root file is read in the form of the service that the tree is made for`() throws {
    let tree = try TemporaryTree(["CODEOWNERS": "app/a.py @a", ".gitlab-ci.yml": ""])
    #expect(CodeOwners.of(tree.path)?.owners(of: "x/app/a.py") == ["@a"])
    try tree.write("", to: ".github/x")
    #expect(CodeOwners.of(tree.path)?.owners(of: "x/app/a.py") == [])
  }

  @Test func `a folder inside a repository has the owners of the repository`() throws {
    let tree = try TemporaryTree(["CODEOWNERS": "/app/ @a", "app/in/a.py": ""])
    try tree.commit()
    #expect(CodeOwners.of(tree.path + "/app/in")?.owners(of: "a.py") == ["@a"])
  }

  @Test func `what means nothing is told with its line`() throws {
    let tree = try TemporaryTree(["CODEOWNERS": "* @a\n\na//b @a\n/app somebody @b\n"])
    let owners = try #require(CodeOwners.of(tree.path))
    #expect(
      owners.problems == [
        "CODEOWNERS:3: 'a//b' is no pattern of files", "CODEOWNERS:4: 'somebody' is no owner: @name or a mail address",
      ])
    #expect(owners.owners(of: "app/a.py") == ["@b"])
  }

  @Test func `a link is no CODEOWNERS`() throws {
    let tree = try TemporaryTree(["owners": "* @a"])
    try tree.run("ln -s owners CODEOWNERS")
    #expect(CodeOwners.of(tree.path) == nil)
  }

  @Test func `the configuration comes before the file`() throws {
    let configured = CodeOwners([OwnerEntry("/app/", owners: ["@x"])])
    let tree = try TemporaryTree(["CODEOWNERS": "* @a"])
    let owners = FileOwners(configured: configured, file: CodeOwners.of(tree.path))
    #expect(owners.owners(of: "app/a.py") == ["@x"])
    #expect(owners.owners(of: "b.py") == ["@a"])
  }

  @Test func `long patterns and paths take no long time`() throws {
    let pattern = String(repeating: "**/*a", count: 2000)
    let path = String(repeating: "a/", count: 2000) + "b"
    #expect(try owners(of: path, in: "\(pattern)/c @a\n").isEmpty)
  }

  private func owners(of path: String, in text: String, _ place: String = ".github/CODEOWNERS") throws -> [String] {
    let tree = try TemporaryTree([place: text])
    return try #require(CodeOwners.of(tree.path)).owners(of: path)
  }
}
