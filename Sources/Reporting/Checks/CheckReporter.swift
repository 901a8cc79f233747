package import InventoryModel

/// An output format for findings: its name, what it is for, and how it writes a report.
package struct CheckReporter: Sendable {
  /// As `--format` takes it.
  package let name: String
  package let summary: String
  /// Always ends with a line end, unless it is empty.
  package let render: @Sendable (CheckReport, ReportStyle) -> String

  /// All formats, in the order of the help.
  package static let all: [CheckReporter] = [
    .text, .concise, .json, .sarif, .github, .gitlab, .junit, .checkstyle, .markdown,
  ]

  /// The format of a name.
  package static func named(_ name: String) -> CheckReporter? { all.first { $0.name == name } }
}
