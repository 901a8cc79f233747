import Foundation
import InventoryModel
import Reporting
import Testing

@Suite struct ReporterTests {
  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Fixtures/Reports").standardized

  @Test(arguments: Reporter.all.map(\.name))
  func `a report is written as its golden file`(format: String) throws {
    let reporter = try #require(Reporter.named(format))
    let text = reporter.render(SampleReport.report, ReportStyle())
    let golden = Self.fixtures.appending(path: "sample.\(format)")
    if ProcessInfo.processInfo.environment["UPDATE_FIXTURES"] != nil {
      try FileManager.default.createDirectory(at: Self.fixtures, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: golden)
    }
    #expect(try text == String(contentsOf: golden, encoding: .utf8))
  }

  @Test func `every golden file has its format`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.fixtures.path)
    #expect(Set(files) == Set(Reporter.all.map { "sample.\($0.name)" }))
  }

  @Test func `JSON can be read back`() throws {
    let reporter = try #require(Reporter.named("json"))
    let data = Data(reporter.render(SampleReport.report, ReportStyle()).utf8)
    let object = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    let operations = try #require(object["operations"] as? [[String: Any]])
    #expect(object["schemaVersion"] as? Int == ScanReport.schemaVersion)
    #expect(operations.map { $0["key"] as? String } == ["cart:{}", "cart:{}:lock", "a|b`c\"\\\n\u{202E}<img>"])
    #expect(operations[1]["ttlSeconds"] as? Double == 2.5)
  }

  @Test func `each line of JSON Lines is an object with a kind`() throws {
    let reporter = try #require(Reporter.named("jsonl"))
    let lines = reporter.render(SampleReport.report, ReportStyle()).split(separator: "\n")
    let kinds = try lines.map { line in
      try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])["kind"] as? String
    }
    #expect(kinds == ["report", "operation", "operation", "operation", "script", "client", "unresolved", "files"])
  }

  @Test(arguments: ["text", "markdown"])
  func `nothing of a scanned file reaches the terminal raw`(format: String) throws {
    let text = try #require(Reporter.named(format)).render(SampleReport.report, ReportStyle())
    for scalar in text.unicodeScalars where scalar != "\n" {
      #expect(scalar.value >= 0x20 && scalar != "\u{202E}" && scalar.value != 0x7F)
    }
  }

  @Test func `colours come only when wanted`() throws {
    let reporter = try #require(Reporter.named("text"))
    #expect(reporter.render(SampleReport.report, ReportStyle(usesColour: true)).contains("\u{1B}[1mSET\u{1B}[0m"))
    #expect(!reporter.render(SampleReport.report, ReportStyle()).contains("\u{1B}"))
  }
}
