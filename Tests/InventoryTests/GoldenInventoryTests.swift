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
}
