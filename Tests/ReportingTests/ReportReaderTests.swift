import Foundation
import InventoryModel
import Testing

@testable import Reporting

@Suite struct ReportReaderTests {
  private var report: ScanReport {
    var report = SampleReport.report
    report.infrastructure = InfrastructureFacts()
    return report
  }

  private func text(_ report: ScanReport) -> String { Reporter.json.render(report, ReportStyle()) }

  private func read(_ text: String) throws(ReportReadingError) -> [ScanReport] {
    try ReportReader.reports(in: Array(text.utf8))
  }

  @Test func `what is written is read back, every member of it`() throws {
    var report = report
    report.repository = "acme/shop"
    report.timings = [PhaseTiming(phase: "search", seconds: 0.25, files: 3, bytes: 4)]
    report.shard = ShardRecord(
      shard: try #require(Shard("2/3")), parsed: ["a.py"],
      crossings: [
        ShardRecord.Crossing(path: "b.py", importedAt: SourcePlace(path: "a.py", line: 1, column: 2)),
        ShardRecord.Crossing(path: "c.py", importedAt: nil),
      ])
    #expect(try read(text(report)).map(text) == [text(report)])
  }

  @Test func `a fleet is read back`() throws {
    var (shop, cart) = (report, report)
    shop.repository = "shop"
    cart.repository = "cart"
    let fleet = Reporter.json.text(of: [shop, cart], ReportStyle())
    #expect(try Reporter.json.text(of: read(fleet), ReportStyle()) == fleet)
  }

  @Test(arguments: [
    ("\"line\": 12", "\"line\": -1", "operations[0].line"), ("\"line\": 12", "\"line\": 1.5", "operations[0].line"),
    ("\"python\"", "\"pyton\"", "operations[0].language"),
    ("\"inLoop\": true", "\"inLoop\": 1", "operations[1].inLoop"),
    ("\"key\": \"cart:{}\"", "\"key\": \"cart\"", "operations[0].key"),
    ("\"keyCount\": 1", "\"keyCount\": 1, \"keyCount\": 1", "operations[0]"),
    ("\"reason\": \"the", "\"because\": \"the", "unresolved[0]"), ("\"root\": \"shop\",", "", ""),
    ("\"searched\": ", "\"searched\": \"", "line 153, column 29"),
  ])
  func `what is wrong is named with the way to it`(right: String, wrong: String, path: String) throws {
    let text = text(report)
    let index = try #require(text.range(of: right))
    let broken = text.replacingCharacters(in: index, with: wrong)
    let error = #expect(throws: ReportReadingError.self) { try read(broken) }
    if !path.hasPrefix("line") { #expect(error?.path == path) } else { #expect(error?.path.hasPrefix("line ") == true) }
  }

  @Test(arguments: [
    "{", "{\"a\"}", "{\"a\":1,}", "[1,]", "[1 2]", "tru", "01x", "-", "\"\\x\"", "\"\\ud800\"", "\"\\ud800\\u0041\"",
    "\"a", "\"\u{1}\"", "1e999", "nan", "'a'", "{} {}", "\"\\u12\"", ".5", "+1", "01", "1.", "1e", "-a",
    "\"\\u+12F\"", "\"\\u-000\"",
  ])
  func `a text that is no JSON is refused`(text: String) {
    #expect(throws: JSONTextError.self) { try JSONParser.parse(Array(text.utf8)) }
  }

  @Test func `a text that is nested too deep is refused`() {
    #expect(throws: JSONTextError.self) { try JSONParser.parse(Array(repeating: UInt8(ascii: "["), count: 1_000_000)) }
  }

  @Test(arguments: [
    ("\"", #"\""#), ("\\", #"\\"#), ("\n\r\t", #"\n\r\t"#), ("\u{1}", #"\u0001"#), ("\u{7F}", #"\u007f"#),
    ("\u{80}", #"\u0080"#), ("\u{9F}", #"\u009f"#), ("\u{2028}\u{2029}", #"\u2028\u2029"#),
    ("~ é\u{A0}ß€–😀", "~ é\u{A0}ß€–😀"),
  ])
  func `what a terminal or a script would act on is escaped, all else is written as it is`(text: String, form: String) {
    #expect(JSONValue.string(text).compact == "\"" + form + "\"")
  }

  @Test func `escapes are what they stand for`() throws {
    let value = try JSONParser.parse(Array(#""\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00é""#.utf8))
    guard case .string(let text) = value else {
      Issue.record("no string")
      return
    }
    #expect(text == "\"\\/\u{8}\u{C}\n\r\té😀é")
  }
}
