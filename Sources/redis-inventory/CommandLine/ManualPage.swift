import Reporting

/// The manual page, made from the same definitions as the help.
enum ManualPage {
  static var text: String {
    let commands = CommandDefinition.all.map { command in
      ".SS \"\(escaped([command.name, command.arguments].filter { !$0.isEmpty }.joined(separator: " ")))\"\n"
        + "\(sentence(command.summary))\n" + command.flags.filter { $0.name != "--help" }.map(flag).joined()
    }
    return """
      .TH REDIS-INVENTORY 1 "" "redis-inventory \(escaped(Version.current))" "User Commands"
      .SH NAME
      redis-inventory \\- find every use of Redis and Valkey in source code, and what is wrong with it
      .SH SYNOPSIS
      .B redis-inventory
      .I COMMAND
      .RI [ OPTION "]... [" PATH ]...
      .SH DESCRIPTION
      Reads Python, Go, JavaScript, TypeScript, Swift and Lua. Follows clients from where they are made to where they
      are used, and tells what is done with which keys, which rules are broken, and why it is known to be so.
      Runs nothing of what it reads, and uses no network.
      .SH COMMANDS
      \(commands.joined())\
      .SH EXIT STATUS
      .TP
      .B 0
      Done; of
      .BR check ,
      no finding at or above the threshold; of
      .BR gate ,
      all criteria are met.
      .TP
      .B 1
      Findings at or above the threshold, criteria that are not met, a frozen schema or a baseline that is not up to date.
      .TP
      .B 2
      No answer: a mistake on the command line or in the configuration, a missing path, or nothing to scan, unless
      .B \\-\\-allow\\-empty
      is given.
      .SH FILES
      .TP
      .I redis-inventory.yml
      Settings; the nearest in the scanned folder or above it, up to the root of the work tree.
      .TP
      .I redis-inventory-baseline.yml
      Accepted findings.
      .TP
      .I redis-schema.yml
      The frozen key schema.
      .SH ENVIRONMENT
      .TP
      .B NO_COLOR
      No colours, whatever the output is.
      .TP
      .BR FORCE_COLOR ", " CLICOLOR_FORCE
      Colours even when the output is no terminal.

      """
  }

  private static func flag(_ flag: Flag) -> String {
    let value = flag.value.map { " \\fI\(escaped($0))\\fR" } ?? ""
    let choices = flag.choices.isEmpty ? "" : ": \(flag.choices.joined(separator: ", "))"
    return ".TP\n\\fB\(escaped(flag.name))\\fR\(value)\n\(sentence(flag.summary + choices))\n"
  }

  private static func sentence(_ text: String) -> String {
    escaped(text.prefix(1).uppercased() + text.dropFirst()) + "."
  }

  /// Text as roff takes it literally.
  private static func escaped(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\e").replacing("-", with: "\\-").replacing("…", with: "...")
      .replacing("\"", with: "\\(dq")
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }
}
