package import InventoryModel

/// An output format: its name, what it is for, and how it writes a report.
package struct Reporter: Sendable {
  /// As `--format` takes it.
  package let name: String
  package let summary: String
  /// Always ends with a line end, unless it is empty.
  package let render: @Sendable (ScanReport, ReportStyle) -> String
  /// Writes the reports of a fleet, where that is more than one after the other.
  var renderFleet: (@Sendable ([ScanReport]) -> String)?

  /// All formats, in the order of the help.
  package static let all: [Reporter] = [.text, .json, .jsonLines, .markdown]

  /// Writes the reports of several repositories, which all have a name, or one report as it is.
  package func text(of reports: [ScanReport], _ style: ReportStyle) -> String {
    if reports.count > 1, let renderFleet { return renderFleet(reports) }
    return reports.map { render($0, style) }.joined()
  }

  /// The format of a name.
  package static func named(_ name: String) -> Reporter? { all.first { $0.name == name } }
}

/// How a report is shown where a format leaves the choice.
package struct ReportStyle: Sendable {
  /// Whether the text goes to a terminal that shows colours.
  package var usesColour: Bool

  package init(usesColour: Bool = false) { self.usesColour = usesColour }
}
