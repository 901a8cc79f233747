import Foundation
import InventoryModel
import Reporting
import Testing

@Suite struct SchemaTests {
  private func object(_ text: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func names(in schema: [String: Any]) -> Set<String> {
    Set((schema["properties"] as? [String: Any] ?? [:]).keys)
  }

  @Test func `the schema names every member of a report`() throws {
    let schema = try object(ReportSchema.text)
    let reporter = try #require(Reporter.named("json"))
    var sample = SampleReport.report
    sample.repository = "acme/shop"
    sample.shard = ShardRecord(shard: try #require(Shard("1/2")), parsed: [])
    sample.timings = []
    let report = try object(reporter.render(sample, ReportStyle()))
    #expect(names(in: schema) == Set(report.keys))
    let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
    let lists = ["operations": "operation", "scripts": "script", "clients": "client", "unresolved": "unresolved"]
    for (member, definition) in lists {
      for element in try #require(report[member] as? [[String: Any]]) {
        #expect(try names(in: #require(definitions[definition])) == Set(element.keys))
      }
    }
    let shard = try #require(report["shard"] as? [String: Any])
    #expect(try names(in: #require(definitions["shard"])) == Set(shard.keys))
    let files = try #require(report["files"] as? [String: Any])
    #expect(try names(in: #require(definitions["files"])) == Set(files.keys))
  }
}
