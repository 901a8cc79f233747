import Foundation
import InventoryModel
import Reporting
import Testing

struct InventoryReporterTests {
  private static let hostile = "=a|b`c\"\\\n\u{1B}[31m\u{202E}<img src=x onerror=alert(1)>"

  private static var document: InventoryDocument {
    var summary = InventorySummary()
    summary.operations = [.production: 1]
    summary.primitives = [NamedCount("lists", 1)]
    var document = InventoryDocument(toolVersion: "1", root: hostile, summary: summary)
    var pattern = PatternEntry(
      id: "carts", name: hostile, pattern: "append-log", title: "Append log", explanation: hostile, context: .production
    )
    pattern.anchors = [Anchor(path: hostile, symbol: hostile, lines: [3])]
    pattern.primitives = [PatternEntry.Primitive(name: "lists", commands: ["RPUSH"])]
    pattern.concerns = [RichText([.plain(hostile), .code(hostile)])]
    pattern.keys = [hostile]
    pattern.connections = [hostile]
    pattern.owners = ["@shop"]
    document.patterns = [pattern]
    var key = KeyEntry(template: hostile)
    key.writers = pattern.anchors
    document.keys = [key]
    var connection = ConnectionEntry(name: hostile)
    connection.patterns = ["carts"]
    document.connections = [connection]
    document.services = [ServiceEntry(name: hostile, patterns: ["carts"])]
    document.unresolved = [
      UnresolvedSite(place: SourcePlace(path: hostile, line: 1, column: 1), name: hostile, reason: hostile)
    ]
    return document
  }

  private static func text(_ format: String) throws -> String {
    try #require(InventoryReporter.named(format)).render(document)
  }

  @Test(arguments: ["markdown", "csv", "html"])
  func `nothing of a scanned file reaches a document raw`(format: String) throws {
    for scalar in try Self.text(format).unicodeScalars where scalar != "\n" && scalar != "\r" {
      #expect(scalar.value >= 0x20 && scalar != "\u{202E}" && scalar.value != 0x7F)
    }
  }

  @Test func `no tag of a scanned file is one of the page`() throws {
    #expect(try !Self.text("html").contains("<img"))
  }

  @Test func `the page loads nothing`() throws {
    let page = try Self.text("html")
    for word in ["src=\"", "@import", "url(", "http:", "https:", "<link"] { #expect(!page.contains(word)) }
    #expect(page.contains("default-src 'none'"))
  }

  @Test func `a table's rows have the cells of its head`() throws {
    let lines = try Self.text("markdown").split(separator: "\n").filter { $0.hasPrefix("|") }
    let counts = lines.map { $0.replacing("\\|", with: "").count { $0 == "|" } }
    #expect(Set(counts) == [5, 7])
  }

  @Test func `a spreadsheet takes no cell for a formula`() throws {
    let text = try Self.text("csv")
    #expect(text.contains("\"'=a|b`c\"\""))
    #expect(text.hasPrefix("name,pattern,context,"))
  }

  @Test func `the JSON document can be read back`() throws {
    let data = Data(try Self.text("json").utf8)
    let object = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(object["schemaVersion"] as? Int == InventoryDocument.schemaVersion)
    #expect((object["patterns"] as? [[String: Any]])?.first?["name"] as? String == Self.hostile)
  }
}
