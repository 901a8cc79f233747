import Reporting

/// The help texts, made from the definitions.
enum Help {
  static var program: String {
    let commands = CommandDefinition.all.map {
      ([$0.name, $0.arguments].filter { !$0.isEmpty }.joined(separator: " "), $0.summary)
    }
    return """
      redis-inventory finds every use of Redis and Valkey in source code: what is done, with which keys, and why it is
      known to be so. Reads Python, Go, JavaScript, TypeScript, Swift and Lua.

      usage: redis-inventory COMMAND …

      \(table(commands))

        --version   print the version
        --help      show this help, or that of a command

      exit codes: 0 done, 1 findings at or above the threshold, 2 anything that is not an answer

      """
  }

  static func of(_ command: CommandDefinition) -> String {
    let flags = command.flags.map { flag in
      ("\(flag.name)\(flag.value.map { " \($0)" } ?? "")", summary(of: flag))
    }
    let usage = ["redis-inventory", command.name, command.arguments].filter { !$0.isEmpty }.joined(separator: " ")
    return """
      usage: \(usage)

      \(command.summary)

      \(table(flags))

      """
  }

  private static func summary(of flag: Flag) -> String {
    flag.summary + (flag.choices.isEmpty ? "" : ": \(flag.choices.joined(separator: ", "))")
  }

  private static func table(_ rows: [(String, String)]) -> String {
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { "  \($0.0)\(String(repeating: " ", count: width - $0.0.count))   \($0.1)" }
      .joined(separator: "\n")
  }
}
