import FileSystem
import Reporting
import Scanning

/// `config`: which settings are in force for some paths, and where each was said.
struct ConfigCommand {
  private let arguments: Arguments

  init(_ arguments: Arguments) { self.arguments = arguments }

  func run() throws {
    if arguments.has("--schema") { return try OutputStream.output.write(ConfigurationSchema.text) }
    let paths = arguments.words.isEmpty ? ["."] : arguments.words
    let file = try ConfigurationLookup.file(
      for: paths, named: arguments.value(of: "--config"), isWanted: !arguments.has("--no-config"))
    let report = try SettingsReport(file: file, root: try ConfigurationLookup.root(of: paths))
    try OutputStream.output.write(ConfigCommand.text(report))
  }

  private static func text(_ report: SettingsReport) -> String {
    let head = report.files.isEmpty ? ["# no configuration file"] : report.files.map { "# \($0)" }
    let groups = [report.rows, report.rules].map { rows in rows.map { ("\($0.key): \($0.value)", $0.origin) } }
    let width = min(60, groups.joined().map(\.0.count).max() ?? 0)
    let lines = groups.map { rows in
      rows.map { text, origin in "\(text)\(String(repeating: " ", count: max(0, width - text.count)))  # \(origin)" }
    }.joined(separator: [""])
    return (head + lines).map { TerminalText.escaped($0) + "\n" }.joined()
  }
}
