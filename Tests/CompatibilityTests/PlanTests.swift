import InventoryModel
import Scanning
import TestSupport
import Testing

/// Plans of moving, each with a project that is true to its description.
struct PlanTests {
  @Test func `dual writes through a proxy: no modules and no RESP3 is true, pub/sub through it is not`() async throws {
    let report = try await PlanTests.report("dual-write", "valkey-7.2", "envoy+valkey-7.2", "twemproxy+valkey-7.2")
    #expect(report.targets.map(\.verdict) == [.asIs, .doesNotRun, .doesNotRun])
    let envoy = Set(report.targets[1].uses.filter { $0.effect == .blocks }.map(\.command))
    #expect(envoy == ["SUBSCRIBE", "PSUBSCRIBE"])
    let twemproxy = Set(report.targets[2].uses.filter { $0.effect == .blocks }.map(\.command))
    #expect(twemproxy.isSuperset(of: ["PUBLISH", "SUBSCRIBE", "PSUBSCRIBE", "MULTI", "EXEC", "SCRIPT LOAD"]))
    #expect(!report.targets.flatMap(\.uses).contains { $0.command.contains(".") })
    // Session cache, rate limiting and pub/sub share one connection, so that they cannot be moved apart as they are.
    #expect(report.workloads.count == 1)
    #expect(report.workloads[0].reasons.contains("a connection"))
    #expect(try PlanTests.holds("No command of a module", in: report))
    #expect(try PlanTests.holds("Nothing needs RESP3", in: report))
    #expect(try !PlanTests.holds("Caches, counters, messages", in: report))
  }

  @Test func `streams in Go: the image can be changed`() async throws {
    let report = try await PlanTests.report(
      "go-streams", "valkey-8.0", "valkey-8.1", "valkey-9.1", "valkey-8.1+cluster")
    #expect(report.targets.map(\.verdict) == [.asIs, .asIs, .asIs, .asIs])
    #expect(try !PlanTests.holds("No stream", in: report))
  }

  @Test func `a service with renamed commands: the code calls two of them`() async throws {
    let report = try await PlanTests.report("node-ioredis", "valkey-8.1", "elasticache")
    #expect(report.targets[0].verdict == .asIs)
    #expect(report.targets[1].uses.filter { $0.effect == .blocks }.map(\.command) == ["CONFIG SET"])
    #expect(try !PlanTests.holds("No command that is often renamed away", in: report))
    #expect(try !PlanTests.holds("Every service reads the variables", in: report))
  }

  @Test func `a cache whose clear calls KEYS: fine on a server, not on every service`() async throws {
    let report = try await PlanTests.report(
      "python-cache", "valkey-8.1", "valkey-8.1+cluster", "elasticache-serverless")
    #expect(report.targets.map(\.verdict) == [.asIs, .withChanges, .withChanges])
    let keys = report.targets[2].uses.filter { $0.effect == .blocks }
    #expect(keys.map(\.command) == ["KEYS"])
    #expect(try !PlanTests.holds("No command that is often renamed away", in: report))
    #expect(try PlanTests.holds("Only the first database", in: report))
    #expect(keys.allSatisfy { $0.staysOnTarget && $0.wayOut?.contains("SCAN") == true })
  }

  private static func holds(_ start: String, in report: CompatibilityReport) throws -> Bool {
    try #require(report.assumptions.first { $0.says.hasPrefix(start) }).holds
  }

  private static func report(_ project: String, _ targets: String...) async throws -> CompatibilityReport {
    let scan = try await Scan.run(
      paths: [Fixtures.absolutePath("Projects/\(project)")], options: Options(), usesConfiguration: false,
      isDetailed: true)
    return try scan.compatibility(with: targets, toolVersion: "1")
  }
}
