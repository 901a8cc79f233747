import InventoryModel
import Scanning
import TestSupport
import Testing

@Suite struct HandedScriptTests {
  private let report: ScanReport

  init() async throws {
    let path = Fixtures.absolutePath("Projects/handed-scripts")
    let scan = try await Scan.run(paths: [path], options: Options(), usesConfiguration: false, isDetailed: true)
    report = scan.report(toolVersion: "test", withTimings: false)
  }

  @Test func `a script has the keys that its own caller passes`() {
    #expect(report.scripts.map(\.keysDeclared) == [1, 2])
  }

  @Test func `a command of a script has the key of the script's own caller`() throws {
    let increment = try #require(report.operations.first { $0.command == "INCR" })
    #expect(increment.keyTemplates == ["shelf:{}"])
  }

  @Test func `a script object works on the client that it is given`() throws {
    let run = try #require(report.operations.first { $0.command == "EVALSHA" })
    #expect(run.clients.map(\.line) == [22])
  }

  @Test func `a functional option tells how long a lock is held`() throws {
    let lock = try #require(report.operations.first { $0.command == "LOCK*" })
    #expect(lock.ttlSeconds == 30)
  }
}
