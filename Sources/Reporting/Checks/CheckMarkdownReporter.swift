import InventoryModel

extension CheckReporter {
  /// A table of the findings, for job summaries and comments on changes.
  static let markdown = CheckReporter(name: "markdown", summary: "a table of the findings") { report, _ in
    var lines = ["# Redis rules", "", CheckCounts(report).text + "."]
    var rows: [[String]] = []
    for severity in Severity.allCases.reversed() {
      for finding in report.findings.map(\.finding) where finding.severity == severity {
        let place = "\(report.folderInWorkTree)\(finding.place.path):\(finding.place.line)"
        let function = finding.function.map { " in \(MarkdownText.code($0))" } ?? ""
        let inferred = finding.confidence == .certain ? "" : " (\(finding.confidence.rawValue))"
        rows.append([
          severity.rawValue + inferred, MarkdownText.code(place) + function, MarkdownText.code(finding.rule),
          MarkdownText.plain(finding.message),
        ])
      }
    }
    if !rows.isEmpty { lines += [""] + MarkdownTable.lines(["Severity", "Place", "Rule", "What"], rows) }
    return lines.joined(separator: "\n") + "\n"
  }
}
