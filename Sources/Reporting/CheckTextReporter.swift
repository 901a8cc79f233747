import InventoryModel

extension CheckReporter {
  /// A paragraph for each finding, for people.
  package static let text = CheckReporter(name: "text", summary: "a paragraph for each finding") { report, _ in
    report.findings.map { reported in
      let finding = reported.finding
      return "\(TextLines.place(finding.place)) \(finding.severity.rawValue): "
        + "\(TerminalText.escaped(finding.message)) [\(TerminalText.escaped(finding.rule))]\n"
    }.joined()
  }
}
