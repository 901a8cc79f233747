import InventoryModel
import Testing

@testable import Scanning

@Suite struct DirectiveTests {
  private func directives(_ text: String, _ path: String = "a.py") throws -> [Directive] {
    let kind = try #require(SourceKind(path: path))
    let facts = try #require(try FrontEnds(for: [kind]).facts(of: Array(text.utf8), path: path, kind: kind))
    return DirectiveReader.directives(in: facts)
  }

  @Test(arguments: [
    ("x = 1\nf(a)  # redis-inventory: allow r\ny = 2", 2...2),
    ("f(\n  a,\n  b)  # redis-inventory: allow r\n", 1...3),
    ("f(  # redis-inventory: allow r\n  a,\n  b)\n", 1...3),
    ("# redis-inventory: allow r\n\n# more\nx = (\n  c\n  .keys(a)\n)\ny = 1", 4...6),
    ("# redis-inventory: allow r\n@decorator\ndef f():\n  a()\n  b()\nc()", 2...5),
    ("class A:\n  # redis-inventory: allow r\n  def f(self):\n    a()\n  def g(self): pass", 3...4),
    ("# redis-inventory: allow r\nf('''\none\ntwo''')\ng()", 2...4),
    ("m = {\n  'a': f(),\n  # redis-inventory: allow r\n  'b': g(\n    1),\n  'c': h()}", 4...5),
    ("x = 1\n# redis-inventory: allow r\n", 2...2),
  ])
  func `a comment speaks of a whole statement or function`(text: String, lines: ClosedRange<Int>) throws {
    #expect(try directives(text).map(\.lines) == [lines])
  }

  @Test func `settings may end their lines by CR and LF`() {
    let found = DirectiveReader.directives(
      inText: "a: 1\r\n# redis-inventory: allow r\r\nb: 2\r\n# redis-inventory: allow q\r\nc: 3\r\n", path: "c.yml")
    #expect(found.map(\.lines) == [3...3, 5...5])
  }

  @Test(arguments: [
    ("// redis-inventory: allow r\nconst x = await c\n  .keys('a')\nf()", "a.js", 2...3),
    ("// redis-inventory: allow r\nqueue.on('a', async () => {\n  c.keys()\n})\nf()", "a.ts", 2...4),
    ("package a\n\n// redis-inventory: allow r\nfunc (c *C) F() {\n\tc.Keys()\n}\n", "a.go", 4...6),
    ("/* redis-inventory: allow r */\nfunc f() {\n  c.keys()\n}\n", "a.swift", 2...4),
    ("-- redis-inventory: allow r\nlocal function f()\n  return 1\nend\n", "a.lua", 2...4),
  ])
  func `so it is in every language`(text: String, path: String, lines: ClosedRange<Int>) throws {
    let found = try directives(text, path)
    #expect(found.map(\.lines) == [lines])
    #expect(found.map(\.text) == ["allow r"])
  }

  @Test func `a Lua comment in a string speaks of a line in the string`() throws {
    let text =
      "S = '''\n-- redis-inventory: allow r -- why\n\nreturn 1\nredis.call('GET') -- redis-inventory: allow s\n'''"
    let found = try directives(text)
    #expect(found.map(\.lines) == [4...4, 5...5])
    #expect(found.map(\.text) == ["allow r -- why", "allow s"])
    #expect(found.map(\.place.line) == [2, 5])
  }

  @Test func `settings have comments too`() {
    let text = """
      services:
        # redis-inventory: allow r -- why

        # another
        cache: redis:7
        db: x  # redis-inventory: allow s -- why
        url: "http://a#redis-inventory: allow"
      """
    let found = DirectiveReader.directives(inText: text, path: "c.yml")
    #expect(found.map(\.text) == ["allow r -- why", "allow s -- why"])
    #expect(found.map(\.lines) == [5...5, 6...6])
    #expect(found.map(\.place.column) == [3, 10])
  }

  @Test func `prose about the program is no directive`() throws {
    #expect(try directives("x = 1  # see redis-inventory: the tool\n") == [])
    #expect(try directives("x = 1  # noqa; redis-inventory: allow r\n").map(\.text) == ["allow r"])
  }
}
