import Foundation
import InventoryModel
import Reporting
import Scanning
import TestSupport
import Testing

/// Each project under `Fixtures/Inventories` against its inventory beside it.
struct GoldenInventoryTests {
  static let projects = Set(
    Fixtures.files(under: "Inventories").compactMap { path -> String? in
      let parts = path.split(separator: "/")
      return parts.count > 2 ? String(parts[1]) : nil
    }
  ).sorted()

  @Test("the inventory of a project is the one beside it", arguments: projects)
  func matchesGoldenFile(project: String) async throws {
    let folder = Fixtures.folder.appending(path: "Inventories/\(project)").path
    let scan = try await Scan.run(paths: [folder], options: Options(), isDetailed: true)
    let reporter = try #require(InventoryReporter.named("markdown"))
    let text = reporter.render(try scan.inventory(toolVersion: "0"))
    let golden = "Inventories/\(project).md"
    if Fixtures.isUpdating { return try Fixtures.write(text, to: golden) }
    let expected = try Fixtures.text(golden)
    let lines = (text.split(separator: "\n"), expected.split(separator: "\n"))
    let difference = zip(lines.0, lines.1).first { $0 != $1 }
    if text != expected {
      Issue.record(
        "\(golden) differs, UPDATE_FIXTURES=1 rewrites it\n  found \(difference?.0 ?? "")\n  expected \(difference?.1 ?? "")"
      )
    }
  }

  @Test func `every golden inventory has its project`() {
    let golden = Fixtures.files(under: "Inventories").filter { $0.split(separator: "/").count == 2 }
    #expect(Set(golden) == Set(Self.projects.map { "Inventories/\($0).md" }))
  }

  @Test("the schema names every member of a document, and no other", arguments: projects)
  func schemaNamesAll(project: String) async throws {
    let folder = Fixtures.folder.appending(path: "Inventories/\(project)").path
    let scan = try await Scan.run(paths: [folder], options: Options(), isDetailed: true)
    let json = try #require(InventoryReporter.named("json")).render(try scan.inventory(toolVersion: "0"))
    #expect(try JSONSchema(InventorySchema.text).problems(in: json) == [])
    let document = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let schema = try #require(
      JSONSerialization.jsonObject(with: Data(InventorySchema.text.utf8)) as? [String: Any])
    let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
    func names(_ schema: [String: Any]?) -> Set<String> { Set((schema?["properties"] as? [String: Any] ?? [:]).keys) }
    #expect(names(schema) == Set(document.keys))
    let patterns = document["patterns"] as? [[String: Any]] ?? []
    let lists: [(String, [[String: Any]])] =
      ["key", "channel", "script", "connection", "service"].map { ($0, document[$0 + "s"] as? [[String: Any]] ?? []) }
      + [("pattern", patterns), ("lock", patterns.flatMap { $0["locks"] as? [[String: Any]] ?? [] })]
    for (name, elements) in lists {
      for element in elements { #expect(names(definitions[name]) == Set(element.keys), "\(name)") }
    }
  }
}
