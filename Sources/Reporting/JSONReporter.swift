import InventoryModel

extension Reporter {
  /// The whole report as one JSON object.
  static let json = Reporter(
    name: "json", summary: "all that was found, one object",
    render: { report, _ in JSONValue.report(report).pretty + "\n" },
    renderFleet: { reports in
      let versions = Set(reports.map(\.toolVersion)).sorted()
      let fleet = JSONValue.object([
        ("schemaVersion", .integer(ScanReport.schemaVersion)),
        ("tool", .tool(versions.joined(separator: ", "))),
        ("repositories", .array(reports.map { JSONValue.report($0) })),
      ])
      return fleet.pretty + "\n"
    })
}
