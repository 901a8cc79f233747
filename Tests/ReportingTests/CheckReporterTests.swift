import Foundation
import InventoryModel
import Reporting
import TestSupport
import Testing

@Suite struct CheckReporterTests {
  private func rendered(_ format: String) throws -> String {
    try #require(CheckReporter.named(format)).render(SampleCheckReport.report, ReportStyle())
  }

  @Test(arguments: CheckReporter.all.map(\.name))
  func `findings are written as their golden file`(format: String) throws {
    let text = try rendered(format)
    if Fixtures.isUpdating { try Fixtures.write(text, to: "CheckReports/sample.\(format)") }
    #expect(try text == Fixtures.text("CheckReports/sample.\(format)"))
  }

  @Test func `every golden file has its format`() {
    #expect(
      Set(Fixtures.files(under: "CheckReports")) == Set(CheckReporter.all.map { "CheckReports/sample.\($0.name)" }))
  }

  @Test func `SARIF is as its schema says`() throws {
    let schema = try JSONSchema(Fixtures.text("Schemas/sarif-schema-2.1.0.json"))
    #expect(try schema.problems(in: rendered("sarif")) == [])
    let empty = CheckReport(toolVersion: "1.2.3", root: ".")
    let sarif = try #require(CheckReporter.named("sarif"))
    #expect(try schema.problems(in: sarif.render(empty, ReportStyle())) == [])
  }

  @Test(arguments: [
    (#""version": "2.1.0""#, #""version": "2.2""#), (#""startLine": 12"#, #""startLine": 0"#),
    (#""level": "error""#, #""level": "fatal""#), (#""uriBaseId""#, #""uriBase""#),
    (#""text": "KEYS cart"#, #""words": "KEYS cart"#),
  ])
  func `the schema refuses what is no SARIF`(right: String, wrong: String) throws {
    let schema = try JSONSchema(Fixtures.text("Schemas/sarif-schema-2.1.0.json"))
    let text = try rendered("sarif")
    #expect(text.contains(right))
    #expect(try schema.problems(in: text.replacing(right, with: wrong)) != [])
  }

  @Test func `the schema of findings fits them`() throws {
    #expect(try JSONSchema(CheckReportSchema.text).problems(in: rendered("json")) == [])
  }

  @Test(arguments: ["text", "concise", "github", "junit", "checkstyle", "markdown"])
  func `nothing of a scanned file reaches a terminal raw`(format: String) throws {
    for scalar in try rendered(format).unicodeScalars where scalar != "\n" {
      #expect(scalar.value >= 0x20 && scalar != "\u{202E}" && scalar.value != 0x7F)
    }
  }

  @Test func `GitHub is told ten of a kind, and that there are more`() throws {
    var report = SampleCheckReport.report
    report.findings = (1...12).map { number in
      var reported = report.findings[0]
      reported.occurrence = number
      return reported
    }
    let text = try #require(CheckReporter.named("github")).render(report, ReportStyle())
    let lines = text.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("::error ") } == 10)
    #expect(lines.contains("::notice title=redis-inventory::2 more findings are in the log of this step"))
    #expect(lines.count { $0.hasPrefix("services/shop/app/cart.py:12:14: error: ") } == 12)
  }

  @Test func `colours come only when wanted`() throws {
    let text = try #require(CheckReporter.named("text"))
    #expect(text.render(SampleCheckReport.report, ReportStyle(usesColour: true)).contains("\u{1B}[1;31merror\u{1B}[0m"))
  }
}
