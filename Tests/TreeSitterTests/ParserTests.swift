import Testing
import TreeSitter

@Suite struct ParserTests {
  @Test(arguments: Sample.allCases)
  func `nothing is a file too`(sample: Sample) throws {
    let tree = try sample.parse("")
    #expect(tree.isComplete)
    #expect(tree.errorCount == 0)
    #expect(tree.root.descendants.allSatisfy { $0.text.isEmpty })
  }

  @Test(arguments: Sample.allCases, ["(", "[", "{", "f(", "-", "\"", "\u{0}", "\n#\n//\n--"])
  func `a hundred thousand openings neither crash nor overflow the stack`(sample: Sample, opening: String) throws {
    let tree = try sample.parse(String(repeating: opening, count: 100_000), timeLimit: .seconds(1))
    #expect(tree.isComplete || tree.nodeCount == 1)
  }

  @Test(arguments: [30_000, 65_535, 65_536, 70_000, 131_072, 200_000])
  func `a node with more children than tree-sitter can count does no harm`(count: Int) throws {
    var parser = Parser(try Sample.go.grammar())
    let comments = parser.parse(Array(String(repeating: "//\n", count: count).utf8), timeLimit: .seconds(10))
    #expect(comments.isComplete == (count == 30_000))
    #expect(comments.nodeCount == (count == 30_000 ? count + 1 : 1))
    #expect(parser.parse(Array("package p\n".utf8), timeLimit: .seconds(10)).errorCount == 0)
  }

  @Test func `a long list is no such node`() throws {
    let tree = try Sample.javascript.parse("x = [" + String(repeating: "1, // one\n", count: 100_000) + "]\n")
    #expect(tree.isComplete)
    #expect(tree.errorCount == 0)
  }

  @Test func `a deep tree is copied whole`() throws {
    let depth = 20_000
    let source = "x = " + String(repeating: "(", count: depth) + "1" + String(repeating: ")", count: depth)
    let tree = try Sample.python.parse(source)
    var node = try #require(tree.root.descendants.first { $0.kindName == "integer" })
    var parents = 0
    while let parent = node.parent {
      node = parent
      parents += 1
    }
    #expect(tree.errorCount == 0)
    #expect(parents == depth + 3)
    #expect(node == tree.root)
  }

  @Test func `a parse ends at its time limit, and the parser goes on with the next file`() throws {
    var parser = Parser(try Sample.typescript.grammar())
    let long = Array(String(repeating: "f(a, b);\n", count: 100_000).utf8)
    let cut = parser.parse(long, timeLimit: .milliseconds(1))
    #expect(!cut.isComplete)
    #expect(cut.errorCount == 1)
    #expect(cut.root.isError)
    #expect(cut.root.endByte == long.count)
    let next = parser.parse(Array("f(a, b);\n".utf8), timeLimit: .seconds(10))
    #expect(next.isComplete)
    #expect(next.errorCount == 0)
  }

  @Test(arguments: [(Sample.swift, "#"), (.swift, "##\"a"), (.typescript, "<")])
  func `a parse also ends that asks for no memory, and one whose tree takes long to copy`(
    sample: Sample, opening: String
  ) throws {
    let source = String(repeating: opening, count: 200_000)
    let time = try ContinuousClock().measure { _ = try sample.parse(source, timeLimit: .milliseconds(500)) }
    #expect(time < .seconds(20))
  }

  @Test func `parsers work side by side`() async throws {
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for task in 0..<8 {
        group.addTask {
          let opening = task.isMultiple(of: 2) ? "(" : "f(a);\n"
          return try Sample.swift.parse(String(repeating: opening, count: 70_000)).nodeCount
        }
      }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(counts.count == 2)
  }
}
