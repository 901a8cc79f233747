package import InventoryModel

/// An output format for compatibility: its name, what it is for, and how it writes a report.
package struct CompatibilityReporter: Sendable {
  /// As `--format` takes it.
  package let name: String
  package let summary: String
  /// Always ends with a line end.
  package let render: @Sendable (CompatibilityReport) -> String

  /// All formats, in the order of the help.
  package static let all: [CompatibilityReporter] = [.markdown, .json, .sarif]

  /// What is refused or limited, for code scanning services.
  static let sarif = CompatibilityReporter(name: "sarif", summary: "SARIF 2.1.0: what is refused or limited") {
    report in
    CheckReporter.sarif.render(report.check, ReportStyle())
  }

  /// The format of a name.
  package static func named(_ name: String) -> CompatibilityReporter? { all.first { $0.name == name } }
}
