import Testing
import TreeSitter

@Suite struct SyntaxTreeTests {
  @Test func `a node knows its family`() throws {
    let tree = try Sample.python.parse("f(a, b)  # c\n")
    let call = try #require(tree.root.firstChild?.firstChild)
    #expect(call.kindName == "call")
    #expect(call.children.map(\.kindName) == ["identifier", "argument_list"])
    let arguments = try #require(call.child(field: tree.grammar.field("arguments")))
    #expect(arguments.children.map(\.text) == ["(", "a", ",", "b", ")"])
    #expect(arguments.namedChildren.map(\.text) == ["a", "b"])
    #expect(arguments.childCount == 5)
    #expect(arguments.firstChild(kind: try tree.grammar.kind("identifier"))?.text == "a")
    #expect(arguments.firstChild?.nextSibling?.nextSibling?.text == ",")
    #expect(arguments.nextSibling == nil)
    #expect(arguments.firstChild?.firstChild == nil)
    #expect(arguments.parent == call)
    #expect(tree.root.parent == nil)
    #expect(tree.root.nextSibling == nil)
    #expect(tree.root.firstChild?.nextSibling?.isExtra == true)
  }

  @Test func `tokens that are left out are no nodes, all others stand where they stood`() throws {
    var parser = Parser(try Sample.python.grammar(without: ["(", ",", "["]))
    let tree = parser.parse(Array("f(a, [b][0])\ng(c)\n".utf8), timeLimit: .seconds(10))
    let leaves = tree.root.descendants.filter { $0.firstChild == nil }
    #expect(leaves.map(\.text) == ["f", "a", "b", "]", "0", "]", ")", "g", "c", ")"])
    #expect(tree.root.children.map(\.text) == ["f(a, [b][0])", "g(c)"])
    #expect(tree.errorCount == 0)
  }

  @Test func `a token that is left out still counts where it is missing`() throws {
    var parser = Parser(try Sample.javascript.grammar(without: ["}"]))
    let tree = parser.parse(Array("while (a) { b()".utf8), timeLimit: .seconds(10))
    #expect(tree.errorCount == 1)
    #expect(tree.root.descendants.contains { $0.isMissing })
  }

  @Test func `parts are named, without comments but with errors; operands are without both`() throws {
    let tree = try Sample.go.parse("package p\nfunc f() {\n\ta() // c\n\t)\n\tb()\n}\n")
    let block = try #require(tree.root.descendants.first { $0.kindName == "block" })
    #expect(block.namedChildren.map(\.text) == ["a()", "// c", ")", "b()"])
    #expect(block.parts.map(\.text) == ["a()", ")", "b()"])
    #expect(block.operands.map(\.text) == ["a()", "b()"])
    #expect(block.operands.first?.text == "a()")
    #expect(block.operands.last?.text == "b()")
    #expect(block.operands.count == 2)
  }

  @Test func `a node that is one token ends in the row where its text ends`() throws {
    let tree = try Sample.python.parse("def f():\n  return '''\n  a\n'''\n")
    let function = try #require(tree.root.firstChild)
    #expect(function.endRow == 3)
    let content = try #require(tree.root.descendants.first { $0.kindName == "string_content" })
    #expect(content.endRow == 3)
  }

  @Test func `children are found by the field that holds them`() throws {
    let tree = try Sample.go.parse("package p\nvar a, b = 1, 2\n")
    let name = try tree.grammar.field("name")
    let specification = try #require(tree.root.descendants.first { $0.kindName == "var_spec" })
    #expect(specification.children(field: name).map(\.text) == ["a", "b"])
    #expect(specification.child(field: try tree.grammar.field("value"))?.text == "1, 2")
    #expect(specification.child(field: try tree.grammar.field("body")) == nil)
    #expect(specification.fieldID == 0)
    #expect(specification.firstChild?.fieldID == name)
  }

  @Test func `descendants come in preorder, each after its parent`() throws {
    let tree = try Sample.javascript.parse("const f = (x) => x.get(`k:${x}`)\n")
    let nodes = Array(tree.root.descendants)
    #expect(nodes.count + 1 == tree.nodeCount)
    #expect(nodes.allSatisfy { node in node.parent.map { $0.order < node.order } == true })
    #expect(nodes.allSatisfy { node in node.parent?.children.contains(node) == true })
    #expect(Set(nodes).count == nodes.count)
  }

  @Test func `a column counts code points, and no byte order mark`() throws {
    let source = "\u{FEFF}x = 'é👍🏽'; y\nz\n"
    let tree = try Sample.python.parse(source)
    let identifier = try tree.grammar.kind("identifier")
    let identifiers = tree.root.descendants.filter { $0.kind == identifier }
    #expect(identifiers.map(\.text) == ["x", "y", "z"])
    #expect(identifiers.map(\.position.line) == [1, 1, 2])
    #expect(identifiers.map(\.position.column) == [1, 12, 1])
    #expect(identifiers.map(\.row) == [0, 0, 1])
  }

  @Test(arguments: ["a", "é", "👍🏽"])
  func `columns of a file in one long line are found at once`(text: String) throws {
    let tree = try Sample.javascript.parse(String(repeating: "f('\(text)');", count: 20_000))
    let calls = tree.root.descendants.filter { $0.kindName == "call_expression" }
    let width = text.unicodeScalars.count + 6
    #expect(calls.map(\.position.column) == (0..<20_000).map { $0 * width + 1 })
  }

  @Test func `text is compared without making a string`() throws {
    let node = try #require(try Sample.lua.parse("héllo()").root.descendants.first { $0.kindName == "identifier" })
    #expect(node.textEquals("héllo"))
    #expect(!node.textEquals("hello!"))
    #expect(!node.textEquals("h"))
    #expect(node.bytes.count == 6)
    #expect(node.withBytes { $0[0] } == UInt8(ascii: "h"))
  }

  @Test func `bytes that are not text are repaired when read`() throws {
    let tree = try Sample.python.parse(Array("a = '".utf8) + [0xFF, 0xC3] + Array("'\n".utf8))
    #expect(tree.root.text == "a = '\u{FFFD}\u{FFFD}'\n")
    #expect(tree.isComplete)
  }

  @Test func `errors and missing nodes are counted`() throws {
    let tree = try Sample.javascript.parse("f(a")
    #expect(tree.errorCount > 0)
    #expect(tree.root.descendants.contains { $0.isError || $0.isMissing })
    #expect(try Sample.javascript.parse("f(a)").errorCount == 0)
  }

  @Test func `nodes of two trees differ`() throws {
    #expect(try Sample.go.parse("package p").root != Sample.go.parse("package p").root)
  }
}
