import Scanning
import Testing

@Suite struct GlobSetTests {
  @Test(arguments: [
    ("*.py", "a.py"), ("*.py", "deep/in/a.py"), ("/*.py", "a.py"), ("./a.py", "a.py"), ("src", "src/a/b.py"),
    ("src/", "src/a.py"), ("src/*.py", "src/a.py"), ("src/**", "src/a/b.py"), ("**/test/*.py", "test/a.py"),
    ("**/test/*.py", "x/y/test/a.py"), ("a/**/b.py", "a/b.py"), ("a/**/b.py", "a/x/y/b.py"), ("{a,b}.py", "b.py"),
    ("*.{js,ts}", "x/a.ts"), ("{a,{b,c}}.py", "c.py"), ("[a-c].py", "b.py"), ("[!a-c].py", "d.py"), ("?.py", "ü.py"),
    ("**/vendor/**", "x/vendor/a.py"), ("a/**/", "a/x/b.py"), ("**", "a/b.py"),
    ("a.b", "a.b"), ("(a|b)+.py", "(a|b)+.py"), ("\\*.py", "*.py"), ("node_modules", "x/node_modules/y/z.js"),
  ])
  func `a pattern matches`(glob: String, path: String) throws {
    #expect(try GlobSet([glob]).matches(path))
  }

  @Test(arguments: [
    ("*.py", "a.pyi"), ("/*.py", "x/a.py"), ("src/*.py", "src/x/a.py"), ("src/*.py", "x/src/a.py"), ("a.b", "axb"),
    ("src/", "src"), ("[!a-c].py", "a.py"), ("[!a].py", "/.py"), ("test", "testing/a.py"), ("{a,b}.py", "c.py"),
    ("**/vendor/**", "x/vendor"), ("**/vendor/**", "x/myvendor/a.py"), ("a/**/", "a/b.py"), ("a/b", "a/bc/d.py"),
  ])
  func `a pattern does not match`(glob: String, path: String) throws {
    #expect(try !GlobSet([glob]).matches(path))
  }

  @Test func `patterns go from the folder of their file`() throws {
    let globs = try GlobSet(["service/gen"], base: "service")
    #expect(globs.matches("gen/a.py"))
    #expect(!globs.matches("a.py"))
  }

  @Test(arguments: ["", "{a", "[a"])
  func `a broken pattern is refused`(glob: String) {
    #expect(throws: GlobError.self) { try GlobSet([glob]) }
  }
}
