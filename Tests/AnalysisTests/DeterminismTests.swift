import Foundation
import InventoryModel
import Reporting
import Scanning
import TestSupport
import Testing

@Suite struct DeterminismTests {
  private func report(threads: Int) async throws -> String {
    var options = Options()
    options.threads = threads
    let path = Fixtures.folder.appending(path: "Clients").path(percentEncoded: false)
    let scan = try await Scan.run(paths: [path], options: options, usesConfiguration: false)
    let json = try #require(Reporter.named("json"))
    return json.render(scan.report(toolVersion: "test", withTimings: false), ReportStyle())
  }

  @Test func `one thread and many write equal bytes`() async throws {
    let one = try await report(threads: 1)
    #expect(one.contains("\"operations\""))
    for _ in 0..<3 { #expect(try await report(threads: 16) == one) }
  }
}
