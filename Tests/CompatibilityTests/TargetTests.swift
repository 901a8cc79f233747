import Compatibility
import InventoryModel
import Knowledge
import Rules
import Testing

/// The targets that the program ships, and one that somebody adds.
struct TargetTests {
  @Test(arguments: EmbeddedRules.files.map(\.path).filter { $0.hasPrefix("Targets/") })
  func `a target is named as its file, dated, and has sources`(path: String) throws {
    let name = String(path.dropFirst("Targets/".count).dropLast(".yml".count))
    let library = TargetLibrary(commands: try Judging.commands())
    let profile = try #require(try library.profile(name))
    #expect(profile.name == name)
    #expect(profile.read.count == "2026-11-21".count)
    #expect(!profile.sources.isEmpty)
    #expect(!(try TargetStack(name, in: library)).layers.isEmpty)
  }

  @Test func `no two targets answer to one name`() throws {
    let profiles = try TargetLibrary(commands: try Judging.commands()).all()
    let names = profiles.flatMap { [$0.name] + $0.aliases }
    #expect(Set(names).count == names.count)
  }

  @Test func `another name leads to the target`() throws {
    let library = TargetLibrary(commands: try Judging.commands())
    #expect(try library.profile("aws-elasticache-serverless")?.name == "elasticache-serverless")
    #expect(throws: UnknownTarget.self) { try TargetStack("valkey-8.1+nothing", in: library) }
  }

  @Test func `a target is one file`() throws {
    let file = TableFile(
      path: "Targets/granite-1.yml",
      text: """
        target: granite-1
        title: Granite 1
        kind: server
        version: "1"
        read: 2026-11-21
        unlisted: none
        sources: {s: the manual of Granite}
        facts:
          - {support: full, source: s, commands: [GET, SCAN]}
          - {support: partial, when: several-keys, note: one by one, source: s, commands: [DEL]}
        """)
    let operations = [
      Judging.operation("GET", "a"), Judging.operation("KEYS", line: 2), Judging.operation("DEL", "a", "b", line: 3),
    ]
    let report = try Judging.report(operations, on: "granite-1", tables: [file])
    #expect(report.targets[0].title == "Granite 1")
    #expect(report.targets[0].uses.map(\.command) == ["KEYS", "DEL"])
    #expect(report.targets[0].uses.map(\.effect) == [.blocks, .limits])
    #expect(report.targets[0].verdict == .withChanges)
  }

  @Test(arguments: [
    ("kind: mill", "kind", "'mill' is none of"),
    ("unlisted: none\nfacts: [{source: s}]", "facts", "'support' is missing"),
    ("facts: [{support: full, source: t, commands: [GET]}]", "facts", "unknown source 't'"),
    ("facts: [{support: full, source: s, commands: [GETT]}]", "facts", "unknown command 'GETT'"),
    ("facts: [{support: full, source: s, when: sometimes}]", "facts", "unknown condition 'sometimes'"),
    ("facts: [{support: full, source: s}]", "facts", "about nothing"), ("unlisted: engine", "", "'engine' is missing"),
    ("colour: red", "colour", "unknown key 'colour'"), ("topology: ring", "topology", "unknown topology 'ring'"),
  ])
  func `a mistake is told with its place`(line: String, key: String, message: String) throws {
    let lines = ["kind: server", "unlisted: none"].filter { !line.hasPrefix($0.prefix(4)) && !line.contains($0) }
    let text =
      "target: t\ntitle: T\nversion: \"1\"\nread: 2026-11-21\nsources: {s: it}\n"
      + (lines + [line]).joined(separator: "\n") + "\n"
    let library = TargetLibrary(
      commands: try Judging.commands(), tables: [TableFile(path: "Targets/t.yml", text: text)])
    let error = try #require(throws: KnowledgeError.self) { try library.profile("t") }
    let problem = try #require(error.problems.first { $0.message.contains(message) })
    #expect(problem.file == "Targets/t.yml")
    #expect(problem.keyPath.hasPrefix(key))
    #expect(problem.line > 0 && problem.column > 0)
  }

  @Test func `tables beside the targets load`() throws {
    let library = TargetLibrary(commands: try Judging.commands())
    #expect(try library.options().count > 200)
    #expect(try library.waysOut().of("KEYS") != nil)
    #expect(try library.habits()["redis-py"]?.compositions["LOCK*"] != nil)
  }
}
