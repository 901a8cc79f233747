/// All that a check of a tree found: what every reporter of findings gets.
package struct CheckReport: Sendable, Hashable {
  /// The version of the report's form, not of the program; raised when a field goes or changes its meaning.
  package static let schemaVersion = 1

  package var toolVersion: String
  /// What was scanned, as it was named.
  package var root: String
  /// Where the scanned root is below the root of the work tree, which services that show findings start from; empty or
  /// ending in a slash.
  package var folderInWorkTree = ""
  /// Where the scanned root is below the current folder; empty or ending in a slash.
  package var folderFromHere = ""
  /// By place, then rule.
  package var findings: [ReportedFinding]
  /// The rules that were looked for, by id; their severities are those in force.
  package var rules: [Rule]
  /// How many operations were looked at.
  package var operationCount: Int
  package var files: FileRecords
  /// Entries of the baseline that nothing met; sorted.
  package var staleBaselineEntries: [BaselineEntry] = []
  package var failsOnStaleBaseline = false
  /// Findings that are not in the report, and why.
  package var hidden = HiddenFindings()
  /// What each phase took, which no reporter prints: it differs from run to run.
  package var timings: [PhaseTiming] = []

  package init(
    toolVersion: String, root: String, findings: [ReportedFinding] = [], rules: [Rule] = [], operationCount: Int = 0,
    files: FileRecords = FileRecords()
  ) {
    self.toolVersion = toolVersion
    self.root = root
    self.findings = findings
    self.rules = rules
    self.operationCount = operationCount
    self.files = files
  }

  /// Whether any finding fails the check, or an entry of the baseline that is met by none.
  package var fails: Bool {
    findings.contains(where: \.fails) || failsOnStaleBaseline && !staleBaselineEntries.isEmpty
  }

  /// The rule of an id.
  package func rule(_ id: String) -> Rule? { rules.first { $0.id == id } }
}

/// A finding as a report shows it.
package struct ReportedFinding: Sendable, Hashable {
  package var finding: Finding
  /// Which of the findings with equal rule, path, function and subject it is, from 1.
  package var occurrence: Int
  /// Whether it is at or above the threshold, and counts.
  package var fails: Bool
  /// The same as long as rule, path, function, subject and occurrence are: 40 hexadecimal digits.
  package var fingerprint = ""
  /// Nil where the source could not be read again.
  package var frame: CodeFrame?

  package init(_ finding: Finding, occurrence: Int = 1, fails: Bool = false) {
    self.finding = finding
    self.occurrence = occurrence
    self.fails = fails
  }
}

/// How many findings a report leaves out, by reason.
package struct HiddenFindings: Sendable, Hashable {
  /// In files of other contexts than those asked for.
  package var byContext: [FileContext: Int] = [:]
  /// Less sure than asked for.
  package var byConfidence = 0
  /// Allowed by a comment.
  package var bySuppression = 0
  /// In the baseline.
  package var byBaseline = 0
  /// In the revision that was compared with.
  package var byRevision = 0

  package init() {}
}
