import Foundation
import Reporting
import Testing

@testable import redis_inventory

/// Runs over a project that holds a password in each way that a file can.
@Suite struct SecretOutputTests {
  private static let password = "hunter2"
  private static let project = "\(Run.projects)/secrets"
  private static let contexts = ["--context", "production", "--context", "test", "--context", "example"]

  /// Every command that speaks of a tree, in every format.
  private static let runs: [[String]] =
    CommandDefinition.all.flatMap { command -> [[String]] in
      // The form of a report speaks of no tree.
      let formats = command.flags.first { $0.name == "--format" }?.choices.filter { $0 != "json-schema" } ?? []
      switch command.name {
      case "check": return formats.map { ["check", "--no-baseline", "--format", $0] + contexts }
      case "compat": return formats.map { ["compat", "--target", "envoy+valkey-8.1+cluster", "--format", $0] }
      case "scan", "inventory", "acl", "gate", "schema": return formats.map { [command.name, "--format", $0] }
      default: return []
      }
    } + [["scan", "--explain", "\(project)/app/clients.py:24"]]

  @Test(arguments: runs) func `no output holds a password`(arguments: [String]) throws {
    let run = try Run(arguments + [Self.project])
    #expect(!run.output.isEmpty)
    let shown = (run.output + run.errors).split(separator: "\n").filter { $0.contains(Self.password) }
    #expect(shown.map { $0.prefix(200) } == [])
  }

  @Test func `an accepted finding holds no password`() throws {
    let copy = FileManager.default.temporaryDirectory.appending(path: "secrets-\(UUID().uuidString)").path
    try FileManager.default.copyItem(atPath: Self.project, toPath: copy)
    defer { try? FileManager.default.removeItem(atPath: copy) }
    #expect(try Run(["baseline", "write", copy] + Self.contexts).code == 0)
    let written = try FileManager.default.contentsOfDirectory(atPath: copy).filter { $0.contains("baseline") }
    let baseline = try String(contentsOfFile: "\(copy)/\(#require(written.first))", encoding: .utf8)
    #expect(baseline.contains("password-in-tracked-file"))
    #expect(!baseline.contains(Self.password))
  }

  @Test func `every place of a password is told`() throws {
    let run = try Run("check", Self.project, "--select", "password-in-tracked-file", "--format", "json")
    let report = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let found = Set(
      try #require(report["findings"] as? [[String: Any]]).map { "\($0["path"] ?? ""):\($0["line"] ?? "")" })
    for file in ["app/clients.py", "svc/main.go", "web/index.js"] {
      let lines = try String(contentsOfFile: "\(Self.project)/\(file)", encoding: .utf8).split(
        separator: "\n", omittingEmptySubsequences: false)
      let holding = lines.indices.filter { lines[$0].contains("want password") }
      #expect(!holding.isEmpty)
      for line in holding { #expect(found.contains("\(file):\(line + 1)"), "\(lines[line])") }
    }
  }
}
