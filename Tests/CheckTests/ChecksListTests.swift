import Checks
import Foundation
import InventoryModel
import Knowledge
import TestSupport
import Testing

/// Pages that say `check: true`, the list of checks and the folder of checks name the same rules.
@Suite struct ChecksListTests {
  private var pages: [String] {
    get throws {
      try RulePages.catalog.get().pages.filter { $0.selection == .check }.map(\.rule.id)
    }
  }

  @Test func `every page that needs a check has one in the list, and every check a page`() throws {
    #expect(Set(Checks.all.map { $0.rule }) == Set(try pages))
    #expect(Set(Checks.all.map { $0.rule }).count == Checks.all.count)
  }

  @Test func `every check is in a file of its name`() throws {
    let files = Set(
      Fixtures.files(in: Fixtures.packageFolder.appending(path: "Sources/Checks")).map { path in
        path.split(separator: "/").last.map(String.init) ?? ""
      })
    for check in Checks.all { #expect(files.contains("\(check).swift"), "\(check)") }
  }
}
