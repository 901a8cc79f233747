import InventoryModel
import TestSupport
import Testing

/// Each source under `Fixtures/Languages` against its rendered facts beside it.
struct GoldenFactsTests {
  @Test(
    "the facts of a source are those beside it",
    arguments: Fixtures.files(under: "Languages").filter { Dialect(path: $0) != nil })
  func matchGoldenFile(path: String) throws {
    let dialect = try #require(Dialect(path: path))
    let source = try Fixtures.bytes(path)
    let facts = try Reader(dialect).facts(of: source, path: path)
    #expect(unsoundness(of: facts, lineCount: source.count { $0 == 0x0A } + 1) == [])
    let rendered = render(facts)
    let golden = path + ".facts"
    if Fixtures.isUpdating { return try Fixtures.write(rendered, to: golden) }
    guard let expected = try? Fixtures.text(golden) else {
      Issue.record("\(golden) is missing: UPDATE_FIXTURES=1 writes it")
      return
    }
    if let difference = firstDifference(rendered, expected) {
      Issue.record("\(golden) differs, UPDATE_FIXTURES=1 rewrites it\n\(difference)")
    }
  }

  @Test("every golden file has its source")
  func goldenFilesHaveSources() {
    let files = Set(Fixtures.files(under: "Languages"))
    for golden in files where golden.hasSuffix(".facts") {
      #expect(files.contains(String(golden.dropLast(".facts".count))), "\(golden) belongs to nothing")
    }
  }

  @Test("clients' fixtures give sound facts", arguments: Dialect.allCases)
  func clientFixturesAreSound(dialect: Dialect) throws {
    let reader = try Reader(dialect)
    for path in dialect.fixtures { #expect(reader.unsoundness(of: try Fixtures.bytes(path)) == [], "\(path)") }
  }

  private func firstDifference(_ found: String, _ expected: String) -> String? {
    guard found != expected else { return nil }
    let foundLines = found.split(separator: "\n", omittingEmptySubsequences: false)
    let expectedLines = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(foundLines, expectedLines).enumerated().first { $1.0 != $1.1 }?.offset
    let place = line ?? min(foundLines.count, expectedLines.count)
    func text(_ lines: [Substring]) -> Substring { place < lines.count ? lines[place] : "(the end)" }
    return "line \(place + 1)\n  expected \(text(expectedLines))\n  found    \(text(foundLines))"
  }
}
