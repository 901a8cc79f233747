package import InventoryModel

/// How many findings a report has, in words.
package struct CheckCounts {
  private let report: CheckReport

  package init(_ report: CheckReport) { self.report = report }

  /// `2 errors, 1 warning in 120 operations`
  package var text: String {
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = report.findings.count { $0.finding.severity == severity }
      guard count > 0 else { return nil }
      return severity == .advice ? "\(count) advice" : CountText.of(count, severity.rawValue)
    }
    let found = counts.isEmpty ? "no findings" : counts.joined(separator: ", ")
    return "\(found) in \(CountText.of(report.operationCount, "operation"))"
  }

  /// What was left out and why; empty when nothing was.
  package var hidden: [String] {
    let hidden = report.hidden
    var parts: [String] = []
    for context in FileContext.allCases {
      if let count = hidden.byContext[context] { parts.append("\(count) in \(context.rawValue) code (--context)") }
    }
    if hidden.byConfidence > 0 { parts.append("\(hidden.byConfidence) inferred (--min-confidence)") }
    if hidden.bySuppression > 0 { parts.append("\(hidden.bySuppression) allowed by comments") }
    if hidden.byBaseline > 0 { parts.append("\(hidden.byBaseline) in the baseline") }
    if hidden.byRevision > 0 { parts.append("\(hidden.byRevision) that the revision has too") }
    return parts
  }
}
