import FileSystem
import Gate
package import InventoryModel

extension Scan {
  /// The verdict on the gate, for a scan that is detailed.
  ///
  /// - Parameter today: decides which attestations and plans are in force.
  package func gate(_ settings: LintSettings, toolVersion: String, today: CalendarDate) async throws -> GateReport {
    let report = report(toolVersion: toolVersion, withTimings: false)
    var input = GateInput(
      report: report, document: try inventory(toolVersion: toolVersion),
      check: try await check(settings, toolVersion: toolVersion, baseline: nil, today: today), today: today)
    for path in Set(input.document.patterns.flatMap(\.anchors).map(\.path)) {
      input.owners[path] = owners.owners(of: path)
    }
    input.namesOwners = owners.namesAnybody
    input.scriptFiles = Set(scriptSums(of: report).keys)
    let texts = TextFiles(root: try Folder(root))
    input.tests = texts.tests(of: report.callGraph, among: Set(files.files.map(\.path)))
    input.documents = texts.documents(among: files.others.map(\.path)) {
      configuration.classifier.reasonToSkip($0) != nil
    }
    input.attestations = configuration.attestations
    return Gate.verdict(on: input)
  }
}

extension FileOwners {
  /// Whether there is a place that says who owns what.
  var namesAnybody: Bool { file != nil || !configured.isEmpty }
}
