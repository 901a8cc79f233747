import FileSystem
import InventoryModel
import Reporting

/// One run of the program.
struct Program {
  /// 0: done; 1: findings; 2: not an answer.
  enum ExitCode: Int32 {
    case success = 0
    case findings = 1
    case failure = 2
  }

  static func run(_ arguments: [String]) async -> ExitCode {
    do {
      return try await dispatch(arguments)
    } catch let error as UsageError {
      complain("\(error.description)\nTry 'redis-inventory --help'.")
    } catch {
      complain("\(error)")
    }
    return .failure
  }

  private static func dispatch(_ arguments: [String]) async throws -> ExitCode {
    guard let name = arguments.first else {
      complain("which command?\nTry 'redis-inventory --help'.")
      return .failure
    }
    switch name {
    case "--version": try OutputStream.output.write("redis-inventory \(Version.current)\n")
    case "--help", "-h", "help": try OutputStream.output.write(try help(arguments.dropFirst().first))
    default: return try await run(try command(name), arguments.dropFirst())
    }
    return .success
  }

  private static func run(_ command: CommandDefinition, _ rest: ArraySlice<String>) async throws -> ExitCode {
    let arguments = try Arguments(rest, of: command)
    if arguments.has("--help") {
      try OutputStream.output.write(Help.of(command))
      return .success
    }
    switch command.name {
    case "acl": return try await ACLCommand(arguments).run()
    case "compat": return try await CompatCommand(arguments).run()
    case "targets": try TargetsCommand(arguments).run()
    case "merge": try MergeCommand(arguments).run()
    case "schema": return try await SchemaCommand(arguments).run()
    case "diff": return try await DiffCommand(arguments).run()
    case "gate": return try await GateCommand(arguments).run()
    case "rules": try RulesCommands(arguments).list()
    case "explain": try RulesCommands(arguments).explain()
    case "config": try ConfigCommand(arguments).run()
    case "man": try OutputStream.output.write(ManualPage.text)
    case "baseline": return try await BaselineCommand(arguments).run()
    case "check": return try await CheckCommand(arguments).run()
    case "completions": try OutputStream.output.write(try Completions.script(for: arguments.words[0]))
    case "inventory": return try await InventoryCommand(arguments).run()
    default: return try await ScanCommand(arguments).run()
    }
    return .success
  }

  private static func command(_ name: String) throws(UsageError) -> CommandDefinition {
    if let command = CommandDefinition.all.first(where: { $0.name == name }) { return command }
    let names = CommandDefinition.all.map(\.name)
    throw UsageError("unknown command '\(name)'\(NearestName.hint(for: name, in: names))")
  }

  private static func help(_ name: String?) throws(UsageError) -> String {
    guard let name else { return Help.program }
    return Help.of(try command(name))
  }

  /// Says what is wrong, where it does not mix with the report.
  static func complain(_ message: String) {
    try? OutputStream.error.write("redis-inventory: \(TerminalText.escapedLines(message))\n")
  }
}
