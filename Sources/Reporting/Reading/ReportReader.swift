package import InventoryModel

/// Reads what the format `json` writes.
package enum ReportReader {
  /// The reports of a text: one, or those of a fleet.
  package static func reports(in bytes: [UInt8]) throws(ReportReadingError) -> [ScanReport] {
    let value: JSONValue
    do throws(JSONTextError) {
      value = try JSONParser.parse(bytes)
    } catch {
      throw ReportReadingError(path: "line \(error.line), column \(error.column)", message: error.message)
    }
    let root = JSONPlace(value: value, path: "")
    guard case .object(let members) = value, members.contains(where: { $0.0 == "repositories" }) else {
      return [try report(root)]
    }
    let fleet = try root.members(["schemaVersion", "tool", "repositories"])
    try checkVersion(fleet["schemaVersion"])
    return try fleet["repositories"].list(report)
  }

  private static func checkVersion(_ place: JSONPlace) throws(ReportReadingError) {
    let version = try place.integer()
    guard version == ScanReport.schemaVersion else {
      throw place.wrong("this program reads reports of version \(ScanReport.schemaVersion), not \(version)")
    }
  }

  private static func report(_ place: JSONPlace) throws(ReportReadingError) -> ScanReport {
    let members = try place.members(
      ["schemaVersion", "tool", "root", "operations", "scripts", "clients", "unresolved", "files"],
      optional: ["repository", "shard", "timings"])
    try checkVersion(members["schemaVersion"])
    let tool = try members["tool"].members(["name", "version"])
    guard try tool["name"].string() == "redis-inventory" else { throw tool["name"].wrong("no report of this program") }
    var report = ScanReport(
      toolVersion: try tool["version"].string(), root: try members["root"].string(),
      operations: try members["operations"].list(ReportRecords.operation),
      scripts: try members["scripts"].list(ReportRecords.script),
      clients: try members["clients"].list(ReportRecords.client),
      unresolved: try members["unresolved"].list(ReportRecords.unresolved),
      files: try ReportRecords.files(members["files"]))
    report.repository = try members["repository"].optional { text throws(ReportReadingError) in try text.string() }
    report.shard = try members["shard"].optional(ReportRecords.shard)
    report.timings = try members["timings"].optional { list throws(ReportReadingError) in
      try list.list(ReportRecords.timing)
    }
    return report
  }
}
