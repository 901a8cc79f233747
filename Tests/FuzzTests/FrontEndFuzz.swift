import FrontEnd
import InventoryModel
import Testing
import TreeSitter

@Suite struct FrontEndFuzz {
  @Test(arguments: Sample.allCases)
  func `a front end survives broken sources`(sample: Sample) throws {
    let frontEnd = try sample.frontEnd()
    var parser = Parser(frontEnd.grammar)
    try Fuzzer(name: "\(sample)", samples: sample.sources).run { source in
      let tree = parser.parse(source, timeLimit: .milliseconds(300))
      #expect(tree.root.descendants.allSatisfy { $0.startByte <= $0.endByte && $0.endByte <= source.count })
      let facts = frontEnd.lower(tree, path: "a", language: sample.language)
      #expect(facts.path == "a")
    }
  }

  @Test(arguments: Sample.allCases, [1_000, 20_000])
  func `a front end survives deep nesting`(sample: Sample, depth: Int) throws {
    let frontEnd = try sample.frontEnd()
    var parser = Parser(frontEnd.grammar)
    let nestings = [
      ("(", ")"), ("[", "]"), ("{", "}"), ("f(", ")"), ("-", ""), ("", ".a()"), ("a + ", ""), ("a.b(", ")."),
    ]
    // Python's arguments overflow the stack so far.
    for (opening, closing) in nestings where !(sample == .python && opening.hasSuffix("(") && opening != "(") {
      let source = String(repeating: opening, count: depth) + "x" + String(repeating: closing, count: depth)
      for prefix in ["x = ", "package p\nvar x = "] {
        let tree = parser.parse(Array((prefix + source).utf8), timeLimit: .milliseconds(300))
        _ = frontEnd.lower(tree, path: "a", language: sample.language)
      }
    }
  }
}
