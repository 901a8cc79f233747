import InventoryModel

extension DiffReporter {
  /// A line for each change, for people.
  package static let text = DiffReporter(name: "text", summary: "a line for each change") { diff, style in
    let between = TerminalText.escaped("\(diff.before.name) → \(diff.after.name)")
    if diff.isEmpty { return "\(between): no difference in what is done with Redis\n" }
    var lines = ["\(between): \(DiffWords.counts(of: diff))"]
    lines += section("operations", diff.operations.map { line($0, style) })
    for (subject, plural) in DiffWords.subjects {
      lines += section(plural, diff.names.filter { $0.subject == subject }.map(line))
    }
    lines += section("findings", diff.findings.map(line))
    return lines.map { $0 + "\n" }.joined()
  }

  private static func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", title] + lines
  }

  private static func line(_ change: OperationChange, _ style: ReportStyle) -> String {
    guard let operation = change.after ?? change.before else { return "" }
    let head = "\(DiffWords.sign(change.kind)) \(TextLines.operation(operation, style: style))"
    return head + details(change.details)
  }

  private static func line(_ change: NameChange) -> String {
    "\(DiffWords.sign(change.kind)) \(TerminalText.escaped(change.name))\(details(change.details))"
  }

  private static func line(_ change: FindingChange) -> String {
    let finding = change.finding
    return "\(DiffWords.sign(change.kind)) \(TextLines.place(finding.place)) \(finding.severity.rawValue): "
      + "\(TerminalText.escaped(finding.message)) [\(TerminalText.escaped(finding.rule))]\(details(change.details))"
  }

  private static func details(_ details: [String]) -> String {
    details.map { "\n    \(TerminalText.escaped($0))" }.joined()
  }
}
