import InventoryModel
import Scanning
import TestSupport
import Testing

@Suite struct ScriptRecordTests {
  private let script: ScriptRecord

  init() async throws {
    let path = Fixtures.absolutePath("Projects/claims")
    let scan = try await Scan.run(paths: [path], options: Options(), usesConfiguration: false)
    script = try #require(scan.report(toolVersion: "test", withTimings: false).scripts.first)
  }

  @Test func `a script names its commands once each`() {
    #expect(script.commands == ["EXPIRE", "INCR", "SADD"])
  }

  @Test func `a key that a script puts together is made up, one that is declared or iterated over is not`() {
    #expect(script.keysMadeUp == ["limited/{}"])
  }

  @Test func `a script knows where it is run and with how many keys`() {
    #expect(script.calledFrom.map(\.line) == [16])
    #expect(script.keysDeclared == 1)
  }
}
