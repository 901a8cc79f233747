import Compatibility
import InventoryModel
import Knowledge
import Testing

/// What the versions of client libraries stand against.
struct ClientAgeTests {
  private func package(
    _ library: String, _ language: Language, version: String? = nil, requirement: String? = nil
  ) -> PackageRecord {
    var package = PackageRecord(
      place: SourcePlace(path: "manifest", line: 3, column: 1), package: library, library: library, kind: .client,
      language: language, context: .production)
    package.version = version
    package.requirement = requirement
    return package
  }

  private func uses(
    _ operation: InventoryModel.Operation, _ packages: [PackageRecord], on target: String,
    settings: [ClientRecord.Setting] = []
  ) throws -> [TargetUse] {
    var client = ClientRecord(
      place: SourcePlace(path: "app.py", line: 1, column: 1), library: operation.library, role: "client",
      connection: nil, context: .production)
    client.settings = settings
    return try Judging.report([operation], on: target, clients: [client], packages: packages).targets[0].uses
      .filter { $0.rule == "client-version" }
  }

  @Test(arguments: [
    ("5.0.1", "HEXPIRE", TargetUse.Effect.limits), ("5.0.8", "HEXPIRE", nil), ("6.2.0", "HEXPIRE", nil),
    ("5.0.1", "GET", nil),
    ("4.6", "SSUBSCRIBE", .limits), ("3.5.3", "GETDEL", .limits),
  ])
  func `a method is there from a version on`(version: String, command: String, effect: TargetUse.Effect?) throws {
    let found = try uses(
      Judging.operation(command, "a"), [package("redis-py", .python, version: version)], on: "valkey-9.1")
    #expect(found.map(\.effect) == [effect].compactMap(\.self))
    #expect(found.allSatisfy { $0.place.path == "manifest" && $0.wayOut != nil && $0.staysOnTarget })
  }

  @Test(arguments: [
    (">=4.5,<6", TargetUse.Effect.notes), ("^6.0", nil), ("<7", nil), ("==5.0.1", .notes), ("~=5.1", nil),
  ])
  func `what a requirement allows is a note`(requirement: String, effect: TargetUse.Effect?) throws {
    let found = try uses(
      Judging.operation("HEXPIRE", "a"), [package("redis-py", .python, requirement: requirement)], on: "redis-8.0")
    #expect(found.map(\.effect) == [effect].compactMap(\.self))
  }

  @Test func `a lock file says what is installed`() throws {
    let packages = [
      package("redis-py", .python, requirement: ">=4.5"), package("redis-py", .python, version: "6.0.0"),
    ]
    #expect(try uses(Judging.operation("HEXPIRE", "a"), packages, on: "redis-8.0").isEmpty)
  }

  @Test(arguments: [([5, 0], "5.0.0", true), ([5], "5.0.0", true), ([5, 0, 0], "5", true), ([4, 9], "5.0.0", false)])
  func `a number of a version that is left out is 0`(version: [Int], first: String, isIn: Bool) {
    #expect(ClientVersions.Since.version(first).isIn(version) == isIn)
  }

  @Test func `a requirement of two numbers reaches a version of three`() throws {
    let resp3 = [ClientRecord.Setting(label: "protocol", value: "3", text: "3", isSpread: false)]
    let packages = [package("redis-py", .python, requirement: "^5.0")]
    #expect(try uses(Judging.operation("GET", "a"), packages, on: "valkey-8.1", settings: resp3).isEmpty)
  }

  @Test func `what is sent word by word needs no method`() throws {
    var operation = Judging.operation("HEXPIRE", "a")
    operation.method = "execute_command"
    #expect(try uses(operation, [package("redis-py", .python, version: "5.0.1")], on: "redis-8.0").isEmpty)
  }

  @Test func `cluster mode needs a client for it`() throws {
    let get = Judging.operation("GET", "a")
    let old = [package("redis-py", .python, version: "3.5.3")]
    #expect(try uses(get, old, on: "valkey-8.1+cluster").map(\.command) == ["CLUSTER SLOTS"])
    #expect(try uses(get, old, on: "elasticache-serverless").count == 1)
    #expect(try uses(get, old, on: "valkey-8.1").isEmpty)
    #expect(try uses(get, [package("redis-py", .python, version: "4.1.0")], on: "valkey-8.1+cluster").isEmpty)
  }

  @Test func `RESP3 needs a client that speaks it`() throws {
    let resp3 = [ClientRecord.Setting(label: "protocol", value: "3", text: "3", isSpread: false)]
    let get = Judging.operation("GET", "a")
    let old = [package("redis-py", .python, version: "4.6.0")]
    #expect(try uses(get, old, on: "valkey-8.1", settings: resp3).map(\.command) == ["HELLO"])
    #expect(try uses(get, [package("redis-py", .python, version: "5.0.0")], on: "valkey-8.1", settings: resp3).isEmpty)
    #expect(try uses(get, old, on: "valkey-8.1").isEmpty)
    let never = Judging.operation("GET", "a", library: "ioredis")
    let found = try uses(never, [package("ioredis", .javascript, version: "5.4.1")], on: "valkey-8.1", settings: resp3)
    #expect(found.map(\.effect) == [.limits])
  }

  @Test func `a mistake in the table of versions is told with its place`() throws {
    let table = TableFile(
      path: "ClientVersions.yml",
      text: "redis-py:\n  source: x\n  features: {clusters: \"1.0\"}\n  methods: {\"1.0\": [GETT]}\n", name: "mine.yml")
    let error = try #require(throws: KnowledgeError.self) { try Judging.report([], on: "valkey-8.1", tables: [table]) }
    #expect("\(error)".contains("mine.yml:3"))
    #expect("\(error)".contains("mine.yml:4"))
  }
}
