import InventoryModel
import Scanning
import Testing

/// What the program's own conventions say of files, by paths as they are in real projects.
struct ContextTests {
  private let classifier: FileClassifier

  init() throws { classifier = try FileConventions.standard() }

  @Test(arguments: [
    "celery/backends/redis.py", "src/latest/state.py", "src/contest/rank.go", "app/hacking/queue.py",
    "scripts/migrate.py", "Sources/App/Testimonials.swift", "lib/commands/addJob.lua", "src/specification.ts",
    "core/server/adapters/cache/redis.js", "internal/testament/will.go", "src/distance/index.js",
  ])
  func `a file that no convention names is production`(path: String) {
    #expect(context(of: path) == .production)
  }

  @Test(arguments: [
    "tests/conftest.py", "app/test_queue.py", "app/queue_test.py", "app/tests.py", "app/testutils/factories.py",
    "app/contrib/testing/manager.py", "t/unit/backends/conftest.py", "internal/rdb/rdb_test.go",
    "internal/testutil/builder.go", "internal/cachemock/cache.go", "mock_store.go", "pkg/testdata/main.go",
    "integTest/setup.go", "src/__tests__/queue.ts", "src/__mocks__/ioredis.js", "src/queue.spec.ts",
    "src/queue.test.mjs", "e2e/login.ts", "cypress/support/index.js", "src/cache.mock.ts", "Tests/AppTests/Jobs.swift",
    "Sources/AppTesting/Fake.swift", "Sources/App/JobsTests.swift", "spec/queue_spec.lua",
  ])
  func `tests, what helps them and what they fake are test`(path: String) {
    #expect(context(of: path) == .test)
  }

  @Test(arguments: [
    "examples/django/demoapp/tasks.py", "docs/conf.py", "benchmarks/queue.py", "tests/benchmarks/conftest.py",
    "_examples/otel/client.go", "samples/chat/server.js", "Snippets/Get.swift", "demo/main.ts", "bench/push.lua",
    "doctests/tutorial.js", "hack/generate.go",
  ])
  func `examples, documentation and benchmarks are example`(path: String) {
    #expect(context(of: path) == .example)
  }

  @Test(arguments: [
    ("app/helpers.py", "pytest"), ("app/helpers.py", "unittest"), ("internal/redistest/server.go", "testing"),
    ("src/helpers.ts", "vitest"), ("Sources/App/Helpers.swift", "XCTest"),
  ])
  func `a file that imports what only tests import is test`(path: String, module: String) {
    #expect(context(of: path, importing: module) == .test)
    #expect(context(of: path, importing: "example") == .production)
  }

  @Test(arguments: [
    ("web/node_modules/ioredis/index.js", SkippedFile.Reason.vendored), ("vendor/github.com/a/b/c.go", .vendored),
    ("third_party/lib/x.py", .vendored), ("proto/job_pb2.py", .generated), ("api/job.pb.go", .generated),
    ("dist/queue.js", .generated), ("static/app.min.js", .minified), ("web/main.bundle.js", .minified),
  ])
  func `other people's and programs' code is left out`(path: String, reason: SkippedFile.Reason) {
    #expect(classifier.reasonToSkip(path) == reason)
  }

  private func context(of path: String, importing module: String? = nil) -> FileContext {
    let ending = path.split(separator: ".").last.map(String.init) ?? ""
    let languages: [String: Language] = [
      "py": .python, "go": .go, "js": .javascript, "mjs": .javascript, "ts": .typescript, "swift": .swift, "lua": .lua,
    ]
    var facts = FileFacts(path: path, language: languages[ending] ?? .python)
    if let module {
      facts.imports = [
        Import(module: module, scope: ScopeID(0), position: SourcePosition(line: 1, column: 1))
      ]
    }
    return classifier.context(of: facts)
  }
}
