import InventoryModel

extension CheckReporter {
  /// Workflow commands: what GitHub shows at the lines of a change, and all findings in the log.
  static let github = CheckReporter(name: "github", summary: "annotations of GitHub Actions") { report, _ in
    let annotations = GitHubAnnotations(report: report)
    return annotations.lines.map { $0 + "\n" }.joined()
  }
}

/// GitHub shows ten annotations of each level a step, and says nothing of the others.
private struct GitHubAnnotations {
  let report: CheckReport

  private static let limit = 10

  var lines: [String] {
    guard !report.findings.isEmpty else { return [] }
    var lines: [String] = []
    var left = 0
    for severity in Severity.allCases.reversed() {
      let findings = report.findings.filter { $0.finding.severity == severity }
      lines += findings.prefix(GitHubAnnotations.limit).map(annotation)
      left += max(0, findings.count - GitHubAnnotations.limit)
    }
    if left > 0 { lines.append("::notice title=redis-inventory::\(left) more findings are in the log of this step") }
    var text = CheckText(report: report)
    text.report.folderFromHere = report.folderInWorkTree
    return lines + ["::group::All findings"] + report.findings.map { text.line($0) } + ["::endgroup::"]
  }

  private func annotation(_ reported: ReportedFinding) -> String {
    let finding = reported.finding
    let properties = [
      ("file", report.folderInWorkTree + finding.place.path), ("line", String(finding.place.line)),
      ("col", String(finding.place.column)), ("endColumn", String(finding.place.column + finding.length)),
      ("title", finding.rule),
    ]
    let level =
      switch finding.severity {
      case .error: "error"
      case .warning: "warning"
      case .advice: "notice"
      }
    let written = properties.map { "\($0.0)=\(GitHubAnnotations.property($0.1))" }.joined(separator: ",")
    return "::\(level) \(written)::\(GitHubAnnotations.data(finding.message))"
  }

  private static func data(_ text: String) -> String {
    TerminalText.escapedLines(text).replacing("%", with: "%25").replacing("\r", with: "%0D").replacing(
      "\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
