import InventoryModel
import Scanning
import Testing

@Suite struct FileClassifierTests {
  @Test(arguments: [
    ("src/queue.py", Language.python, FileContext.production), ("tests/test_queue.py", .python, .test),
    ("tests/benchmarks/conftest.py", .python, .example), ("app/contest.py", .python, .production),
    ("internal/rdb/rdb_test.go", .go, .test), ("internal/testutil/testutil.go", .go, .test),
    ("latest/a.go", .go, .production), ("lib/queue.spec.ts", .typescript, .test),
    ("__tests__/a.js", .javascript, .test),
    ("Tests/QueueTests/Queue.swift", .swift, .test), ("Sources/Queue/Queue.swift", .swift, .production),
    ("Sources/QueueTests/Helper.swift", .swift, .test), ("examples/demo/main.go", .go, .example),
    ("docs/snippet.py", .python, .example), ("contest/testimony.py", .python, .production),
    ("attestation/a.py", .python, .production), ("src/documents/a.py", .python, .production),
  ])
  func `paths tell the context`(path: String, language: Language, context: FileContext) throws {
    let facts = FileFacts(path: path, language: language)
    #expect(try FileConventions.standard().context(of: facts) == context)
  }

  @Test func `imports of tests tell the context`() throws {
    var facts = FileFacts(path: "src/helper.py", language: .python)
    facts.imports = [Import(module: "pytest", scope: .file, position: SourcePosition(line: 1, column: 1))]
    #expect(try FileConventions.standard().context(of: facts) == .test)
  }

  @Test func `the user has the last word`() throws {
    var options = Options()
    options.contexts = [.production: ["tests/load/**"]]
    let configuration = try Configuration(
      commandLine: options, file: nil, root: "/x", conventions: try FileConventions.standard())
    let facts = FileFacts(path: "tests/load/run.py", language: .python)
    #expect(configuration.classifier.context(of: facts) == .production)
  }
}
