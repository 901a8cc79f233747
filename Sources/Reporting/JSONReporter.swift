import InventoryModel

extension Reporter {
  /// The whole report as one JSON object.
  static let json = Reporter(name: "json", summary: "all that was found, one object") { report, _ in
    JSONValue.report(report).pretty + "\n"
  }
}
