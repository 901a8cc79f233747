package import InventoryModel

/// All that a verdict is made from.
package struct GateInput: Sendable {
  package var report: ScanReport
  package var document: InventoryDocument
  /// The findings of all rules.
  package var check: CheckReport
  /// Owners of files, by path; of files that nobody owns there are none.
  package var owners: [String: [String]] = [:]
  /// Whether there is a CODEOWNERS file or a configuration that names owners.
  package var namesOwners = false
  /// Scripts that stand in files of their own of which nothing is seen that loads them, by path.
  package var scriptFiles: Set<String> = []
  /// Test code, by path.
  package var tests: [String: String] = [:]
  /// What people wrote to be read, by path; sorted.
  package var documents: [(path: String, text: String)] = []
  package var attestations: [Criterion.ID: Attestation] = [:]
  package var today: CalendarDate

  package init(report: ScanReport, document: InventoryDocument, check: CheckReport, today: CalendarDate) {
    self.report = report
    self.document = document
    self.check = check
    self.today = today
  }

  /// The rows of production code.
  var patterns: [PatternEntry] { document.patterns.filter { $0.context == .production } }

  var productionOperations: [Operation] { report.operations.filter { $0.context == .production } }

  /// Whether production code in Go and in another language speak to a server.
  var isMixed: Bool {
    let languages = Set(productionOperations.filter { !$0.isInScript }.map(\.language.family))
    return languages.contains(.go) && languages.contains { $0 != .go && $0 != .lua }
  }
}
