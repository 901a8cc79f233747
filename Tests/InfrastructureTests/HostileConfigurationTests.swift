import InventoryModel
import Knowledge
import Testing

/// Configuration that is made to keep its readers busy.
@Suite(.serialized) struct HostileConfigurationTests {
  @Test(
    "four times as much takes not much more than four times as long",
    arguments: [
      (InfrastructureFileKind.compose, "---\na: redis\n"), (.shell, "redis-cli get a | "),
      (.shell, "A=\"$A$A redis\"\n"), (.shell, "A=\"$A$A$A$A$A$A\"; redis-cli -h \"$A\" get a\n"),
    ])
  func isLinear(kind: InfrastructureFileKind, unit: String) throws {
    func duration(_ count: Int) throws -> Duration {
      let text = "A=redis\n" + String(repeating: unit, count: count)
      return try ContinuousClock().measure { _ = try facts(kind, text) }
    }
    let short = try duration(3000)
    let long = try duration(12_000)
    #expect(long < short * 8 + .milliseconds(300))
  }

  @Test("the documents of a file keep its line numbers")
  func lines() throws {
    let facts = try facts(
      .compose, "---\nservices: {a: {image: \"redis:7\"}}\n---\n\nservices: {b: {image: \"redis:6\"}}\n")
    #expect(facts.servers.map(\.place.line) == [2, 5])
  }
}
