import Compatibility
import InventoryModel
import Knowledge
import Scanning
import TestSupport
import Testing

/// The rules of access of a program, loaded into running servers.
@Suite(.serialized) struct LiveAccessTests {
  @Test(arguments: LiveServer.programs)
  func `what the program does is allowed`(program: LiveServer.Program) async throws {
    let (report, scan) = try await LiveAccessTests.rules(program)
    let server = try LiveServer(program)
    try LiveAccessTests.load(report, into: server)
    for user in report.users {
      for operation in scan.operations where LiveAccessTests.belongs(operation, to: user) {
        let command = try LiveAccessTests.sample(of: operation)
        let answer = try server.send([["ACL", "DRYRUN", user.name] + command])
        #expect(answer == ["\"OK\""], "\(user.name): \(command)")
      }
    }
  }

  @Test(arguments: LiveServer.programs)
  func `a command that the program does not send is refused`(program: LiveServer.Program) async throws {
    let (report, _) = try await LiveAccessTests.rules(program)
    let server = try LiveServer(program)
    try LiveAccessTests.load(report, into: server)
    let others = [
      "FLUSHALL", "KEYS *", "CONFIG SET maxmemory 1", "SHUTDOWN", "DEBUG SLEEP 0", "ACL LIST", "DECR profile:1",
      "APPEND profile:1 a", "HGETALL user:1", "CLIENT KILL ID 1",
    ]
    for user in report.users {
      for other in others {
        let answer = try server.send([["ACL", "DRYRUN", user.name] + other.split(separator: " ").map(String.init)])
        #expect(answer.first?.contains("has no permissions to run") == true, "\(user.name): \(other)")
      }
    }
  }

  @Test(
    arguments: LiveServer.programs,
    [
      ("cache-url", "GET other:1"), ("cache-url", "SET jobs:in 1"), ("cache-url", "GET final:1"),
      ("jobs-url", "XADD jobs:out * a b"),
      ("jobs-url", "XADD jobs:stop * a b"), ("jobs-url", "PUBLISH jobs 1"), ("jobs-url", "PSUBSCRIBE jobs/*"),
      ("cache-url", "ZADD rankXaX 1 a"),
    ])
  func `other keys and channels are refused`(program: LiveServer.Program, attempt: (user: String, line: String))
    async throws
  {
    let (report, _) = try await LiveAccessTests.rules(program)
    let server = try LiveServer(program)
    try LiveAccessTests.load(report, into: server)
    let command = ["ACL", "DRYRUN", attempt.user] + attempt.line.split(separator: " ").map(String.init)
    #expect(try server.send([command]).first?.contains("has no permissions to access") == true)
  }

  private static func rules(_ program: LiveServer.Program) async throws -> (AccessReport, ScanReport) {
    let scan = try await Scan.run(
      paths: [Fixtures.absolutePath("Projects/access")], options: Options(), usesConfiguration: false, isDetailed: true)
    return (
      try scan.accessRules(for: program.target, toolVersion: "1"), scan.report(toolVersion: "1", withTimings: false)
    )
  }

  private static func load(_ report: AccessReport, into server: LiveServer) throws {
    for user in report.users {
      #expect(try server.send([["ACL", "SETUSER", user.name, "nopass"] + user.rules]) == ["\"OK\""])
    }
  }

  private static func belongs(_ operation: Operation, to user: AccessUser) -> Bool {
    operation.connections.contains { user.connections.contains($0) } && !operation.command.hasSuffix("*")
  }

  /// A command line for an operation: its arguments with the holes filled, or else its keys and what the arity asks for.
  private static func sample(of operation: Operation) throws -> [String] {
    let words = operation.command.split(separator: " ").map(String.init)
    if operation.command == "XREADGROUP" {
      return words + ["GROUP", "g", "c", "STREAMS", operation.keyTemplates[0], ">"]
    }
    if operation.command == "EVAL" { return words + ["return 1", "1"] + operation.keyTemplates.map(filled) }
    let command = try #require(try Judging.commands()[operation.command])
    var arguments = (operation.keyTemplates + [operation.channel].compactMap { $0 }).map(filled)
    let count = abs(command.arity) - words.count
    while arguments.count < count { arguments.append("1") }
    return words + arguments + operation.options.filter { $0 == "GET" }
  }

  private static func filled(_ template: String) -> String { template.replacing("{}", with: "42") }
}
