import Foundation
import InventoryModel
import Scanning
import TestSupport
import Testing

struct RowSettingsTests {
  private static func document() async throws -> InventoryDocument {
    let folder = Fixtures.folder.appending(path: "Inventories/press").path
    return try await Scan.run(paths: [folder], options: Options(), isDetailed: true).inventory(toolVersion: "0")
  }

  @Test func `cells that were written by hand are in their row`() async throws {
    let document = try await Self.document()
    let row = try #require(document.patterns.first { $0.name == "Read/write split page client" })
    #expect(row.owners == ["@press/pages"])
    #expect(row.concerns.first?.plain == "replicas are a second behind at most")
    #expect(row.concerns.count > 1)
    #expect(row.notes == "Goes when the pages are rendered ahead.")
  }

  @Test func `rows of a group are one`() async throws {
    let document = try await Self.document()
    let row = try #require(document.patterns.first { $0.name == "Job messages" })
    #expect(Set(row.anchors.map(\.path)) == ["press/events.py", "press/joblog.py"])
    #expect(row.traits == ["Append log"])
    #expect(!document.patterns.contains { $0.name == "Job log" })
  }

  @Test func `owners of files are owners of their rows`() async throws {
    let document = try await Self.document()
    #expect(document.patterns.first { $0.pattern == "claim-by-rename" }?.owners == ["@press/workers"])
  }

  @Test func `cells of a row that is not there are told`() async throws {
    let notes = try await Self.document().notes
    #expect(notes.count == 1)
    #expect(notes.first?.hasSuffix("redis-inventory.yml:10:5: the inventory has no row 'gone'") == true)
  }
}
