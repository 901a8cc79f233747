import InventoryModel

extension CheckReporter {
  /// JUnit's XML: a suite for each rule; what does not fail the check is skipped.
  static let junit = CheckReporter(name: "junit", summary: "JUnit XML, for test reports") { report, _ in
    let suites = report.rules.map { rule in (rule, report.findings.filter { $0.finding.rule == rule.id }) }
    let failures = report.findings.count(where: \.fails)
    let count = suites.reduce(0) { $0 + max(1, $1.1.count) }
    var lines = [
      #"<?xml version="1.0" encoding="UTF-8"?>"#,
      #"<testsuites name="redis-inventory" tests="\#(count)" failures="\#(failures)">"#,
    ]
    for (rule, findings) in suites {
      let failing = findings.count(where: \.fails)
      lines.append(
        #"  <testsuite name="\#(rule.id)" tests="\#(max(1, findings.count))" failures="\#(failing)" "#
          + #"skipped="\#(findings.count - failing)">"#)
      if findings.isEmpty {
        lines.append(#"    <testcase name="\#(xml(rule.title))" classname="\#(rule.id)"/>"#)
      }
      lines += findings.flatMap { junitCase($0, report) }
      lines.append("  </testsuite>")
    }
    return (lines + ["</testsuites>"]).map { $0 + "\n" }.joined()
  }

  private static func junitCase(_ reported: ReportedFinding, _ report: CheckReport) -> [String] {
    let finding = reported.finding
    let path = xml(report.folderInWorkTree + finding.place.path)
    let name = "\(path):\(finding.place.line):\(finding.place.column)"
    let message = xml(finding.message)
    let result =
      reported.fails
      ? #"<failure type="\#(finding.severity.rawValue)" message="\#(message)">"#
        + xml(CheckText(report: report).paragraph(reported)) + "</failure>"
      : #"<skipped message="\#(finding.severity.rawValue): \#(message)"/>"#
    return [
      #"    <testcase name="\#(name)" classname="\#(finding.rule)" file="\#(path)" line="\#(finding.place.line)">"#,
      "      \(result)", "    </testcase>",
    ]
  }

  /// Checkstyle's XML.
  static let checkstyle = CheckReporter(name: "checkstyle", summary: "Checkstyle XML") { report, _ in
    var lines = [#"<?xml version="1.0" encoding="UTF-8"?>"#, #"<checkstyle version="4.3">"#]
    var path: String?
    for finding in report.findings.map(\.finding) {
      if path != finding.place.path {
        if path != nil { lines.append("  </file>") }
        path = finding.place.path
        lines.append(#"  <file name="\#(xml(report.folderInWorkTree + finding.place.path))">"#)
      }
      lines.append(
        #"    <error line="\#(finding.place.line)" column="\#(finding.place.column)" "#
          + #"severity="\#(finding.severity == .advice ? "info" : finding.severity.rawValue)" "#
          + #"message="\#(xml(finding.message))" source="redis-inventory.\#(finding.rule)"/>"#)
    }
    if path != nil { lines.append("  </file>") }
    return (lines + ["</checkstyle>"]).map { $0 + "\n" }.joined()
  }

  private static func xml(_ text: String) -> String { MarkupText.escaped(text, isLines: true) }
}
