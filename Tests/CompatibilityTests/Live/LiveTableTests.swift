import Compatibility
import Foundation
import InventoryModel
import Knowledge
import Testing

/// Our tables against what running servers say of themselves.
@Suite(.serialized) struct LiveTableTests {
  @Test(
    .enabled(
      if: LiveServer.missing.isEmpty,
      "not compared with \(LiveServer.missing.joined(separator: ", ")): not there; 'make test' fetches what it can"))
  func `all servers are compared`() {
    #expect(LiveServer.programs.count == 3)
  }

  @Test(arguments: LiveServer.programs)
  func `a server has the commands that its table gives it, and no others`(program: LiveServer.Program) throws {
    let served = try LiveTableTests.served(by: program)
    let judged = try LiveTableTests.judged(for: program)
    let sentinel = { (name: String) in name.hasPrefix("SENTINEL") }
    let unknown = served.keys.filter { judged[$0] == nil }.sorted()
    #expect(unknown.isEmpty)
    let lacking = served.keys.filter { judged[$0] == false && !sentinel($0) }.sorted()
    #expect(lacking.isEmpty, "the table says that \(program.target) has not got them")
    let surplus = judged.filter { $0.value && served[$0.key] == nil && !sentinel($0.key) }.keys.sorted()
    #expect(surplus.isEmpty, "the table says that \(program.target) has them")
  }

  @Test(arguments: LiveServer.programs)
  func `arity and key positions are those of the table`(program: LiveServer.Program) throws {
    let served = try LiveTableTests.served(by: program)
    let table = try Judging.commands()
    for (name, info) in served.sorted(by: { $0.key < $1.key }) {
      guard let command = table[name] else { continue }
      // The table is of the newest servers: an arity can have grown.
      if LiveTableTests.grown.contains(name) { continue }
      #expect(command.arity == info.arity, "\(name)")
      if case .range(let first, let last, let step) = command.keys {
        #expect([first, last, step] == info.keys, "\(name)")
      }
    }
  }

  @Test(arguments: LiveServer.programs)
  func `deprecated commands are those of the table`(program: LiveServer.Program) throws {
    let server = try LiveServer(program)
    let docs = try #require(try server.json("COMMAND", "DOCS") as? [String: [String: Any]])
    let library = TargetLibrary(commands: try Judging.commands())
    let profile = try #require(try library.profile(program.target))
    let known = Set(profile.facts.filter { $0.support == .deprecated }.flatMap(\.commands))
    let said = docs.filter { $0.value["deprecated_since"] != nil && $0.value["subcommands"] == nil }.keys
      .map { $0.uppercased() }
    #expect(said.filter { !known.contains($0) }.sorted().isEmpty)
    let plain = known.filter { !$0.contains(" ") && docs[$0.lowercased()] != nil }
    // Redis 7.0 had these without the mark that later versions date back.
    let unmarked: Set<String> = program.target == "redis-7.0" ? ["SETEX", "PSETEX", "SETNX"] : []
    #expect(plain.filter { !said.contains($0) && !unmarked.contains($0) }.sorted().isEmpty)
  }

  @Test(arguments: LiveServer.programs)
  func `options in the documentation of a server are those of the table`(program: LiveServer.Program) throws {
    let server = try LiveServer(program)
    let docs = try #require(try server.json("COMMAND", "DOCS") as? [String: [String: Any]])
    let version = try #require(ServerVersion(program.version))
    for option in try TargetLibrary(commands: try Judging.commands()).options()
    where option.kind == .token && !option.name.contains(" ") {
      guard let words = LiveTableTests.words(of: option.command, in: docs) else { continue }
      let isThere = option.since(program.name).map { $0 <= version } ?? false
      #expect(words.contains(option.name) == isThere, "\(option.command) \(option.name)")
    }
  }

  @Test(arguments: LiveServer.programs)
  func `options are taken or refused as the table says`(program: LiveServer.Program) throws {
    let server = try LiveServer(program)
    let version = try #require(ServerVersion(program.version))
    let options = try TargetLibrary(commands: try Judging.commands()).options()
    for (line, option) in LiveTableTests.samples {
      let command = line.split(separator: " ").map(String.init)
      let fact = try #require(options.first { $0.command == command[0] && $0.name == option })
      let isThere = fact.since(program.name).map { $0 <= version } ?? false
      let answer =
        try server.send([["DEL", "k"], ["HSET", "h", "a", "b"], ["ZADD", "z", "1", "a"], command]).last ?? ""
      let isRefused =
        answer.contains("syntax error") || answer.contains("wrong number") || answer.contains("unknown")
        || answer.contains("Invalid stream ID")
      #expect(isRefused != isThere, "\(line): \(answer)")
    }
  }

  private static let samples = [
    ("SET k v IFEQ x", "IFEQ"), ("SET k v IFNE x", "IFNE"), ("SET k v KEEPTTL", "KEEPTTL"), ("SET k v EXAT 99", "EXAT"),
    ("EXPIRE k 9 NX", "NX"), ("EXPIRE k 9 GT", "GT"), ("HSCAN h 0 NOVALUES", "NOVALUES"),
    ("ZSCAN z 0 NOSCORES", "NOSCORES"),
    ("XADD k KEEPREF * a b", "KEEPREF"), ("BITOP DIFF k a b", "DIFF"), ("ZADD k GT 1 a", "GT"),
    ("SCAN 0 TYPE hash", "TYPE"),
  ]

  /// Commands whose arity is not the same in all versions.
  private static let grown: Set<String> = [
    "ZRANK", "ZREVRANK", "XSETID", "EXPIRE", "BITCOUNT", "CLUSTER SHARDS", "CLUSTER REPLICATE", "COMMAND GETKEYS",
    "COMMAND GETKEYSANDFLAGS", "SCRIPT DEBUG",
  ]

  private struct Served {
    let arity: Int
    let keys: [Int]
  }

  /// What COMMAND tells, subcommands too.
  private static func served(by program: LiveServer.Program) throws -> [String: Served] {
    let server = try LiveServer(program)
    var served: [String: Served] = [:]
    func take(_ entry: Any) {
      guard let entry = entry as? [Any], entry.count > 5, let name = entry[0] as? String else { return }
      let numbers = entry[1...5].map { ($0 as? NSNumber)?.intValue ?? 0 }
      served[name.uppercased().replacing("|", with: " ")] = Served(
        arity: numbers[0], keys: Array((entry[3...5]).map { ($0 as? NSNumber)?.intValue ?? 0 }))
      if entry.count > 9, let subcommands = entry[9] as? [Any] { subcommands.forEach(take) }
    }
    (try server.json("COMMAND") as? [Any] ?? []).forEach(take)
    return served
  }

  /// Whether the profile gives each command of the table to the server.
  private static func judged(for program: LiveServer.Program) throws -> [String: Bool] {
    let commands = try Judging.commands()
    var judged: [String: Bool] = [:]
    let operations = commands.commands.enumerated().map { Judging.operation($0.element.name, line: $0.offset + 1) }
    let report = try Judging.report(operations, on: program.target)
    for command in commands.commands { judged[command.name] = true }
    for use in report.targets[0].uses where use.effect > .notes { judged[use.command] = false }
    return judged
  }

  /// All words of the syntax of a command.
  private static func words(of command: String, in docs: [String: [String: Any]]) -> Set<String>? {
    let parts = command.lowercased().split(separator: " ")
    guard var doc = docs[String(parts[0])] else { return nil }
    if parts.count > 1 {
      guard let subcommands = doc["subcommands"] as? [String: [String: Any]],
        let sub = subcommands[parts.joined(separator: "|")]
      else { return nil }
      doc = sub
    }
    var words: Set<String> = []
    func collect(_ arguments: Any?) {
      for argument in arguments as? [[String: Any]] ?? [] {
        if let token = argument["token"] as? String { words.insert(token) }
        collect(argument["arguments"])
      }
    }
    collect(doc["arguments"])
    return words
  }
}
