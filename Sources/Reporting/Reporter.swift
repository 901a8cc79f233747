package import InventoryModel

/// An output format: its name, what it is for, and how it writes a report.
package struct Reporter: Sendable {
  /// As `--format` takes it.
  package let name: String
  package let summary: String
  /// Always ends with a line end, unless it is empty.
  package let render: @Sendable (ScanReport, ReportStyle) -> String

  /// All formats, in the order of the help.
  package static let all: [Reporter] = [.text, .json, .jsonLines, .markdown]

  /// The format of a name.
  package static func named(_ name: String) -> Reporter? { all.first { $0.name == name } }
}

/// How a report is shown where a format leaves the choice.
package struct ReportStyle: Sendable {
  /// Whether the text goes to a terminal that shows colours.
  package var usesColour: Bool

  package init(usesColour: Bool = false) { self.usesColour = usesColour }
}
