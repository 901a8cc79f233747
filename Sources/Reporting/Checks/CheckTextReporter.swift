import InventoryModel

extension CheckReporter {
  /// A paragraph for each finding: the source, how it is known, what to do.
  package static let text = CheckReporter(name: "text", summary: "the source, the evidence and what to do") {
    report, style in
    report.findings.map { CheckText(report: report, style: style).paragraph($0) }.joined(separator: "\n")
  }

  /// A line for each finding, for editors and `grep`.
  package static let concise = CheckReporter(name: "concise", summary: "a line for each finding") { report, style in
    report.findings.map { CheckText(report: report, style: style).line($0) + "\n" }.joined()
  }
}

/// Lines of the text formats.
struct CheckText {
  var report: CheckReport
  var style = ReportStyle()

  /// `path:line:column: severity: message [rule]`
  func line(_ reported: ReportedFinding) -> String {
    let finding = reported.finding
    let marks = finding.confidence == .certain ? "" : ", \(finding.confidence.rawValue)"
    return "\(place(finding.place)) \(coloured(finding.severity))\(marks): \(TerminalText.escaped(finding.message)) "
      + "[\(TerminalText.escaped(finding.rule))]"
  }

  func paragraph(_ reported: ReportedFinding) -> String {
    let finding = reported.finding
    var lines = [line(reported)] + frame(reported)
    let bar = margin(reported)
    var facts = finding.notes.map { "\(place($0.place)) \(TerminalText.escaped($0.what))" }
    if let function = finding.function { facts.append("in \(TerminalText.escaped(function))") }
    if finding.context != .production { facts.append("\(finding.context.rawValue) code") }
    let help = report.rule(finding.rule).map { RuleText($0).help } ?? ""
    facts.append(
      "help: \(TerminalText.escaped(help))\(help.isEmpty ? "" : " ")(redis-inventory explain \(finding.rule))")
    lines += facts.map { "\(bar)= \($0)" }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The lines of source, with a mark below what the finding names.
  private func frame(_ reported: ReportedFinding) -> [String] {
    guard let frame = reported.frame else { return [] }
    let place = reported.finding.place
    let width = margin(reported).count
    var lines: [String] = []
    for (offset, text) in frame.lines.enumerated() {
      let number = String(frame.firstLine + offset)
      let row = text.isEmpty ? "" : " \(CheckText.shown(text))"
      lines.append(String(repeating: " ", count: width - number.count - 1) + "\(number) |\(row)")
      guard frame.firstLine + offset == place.line else { continue }
      let before = CheckText.shown(String(String.UnicodeScalarView(text.unicodeScalars.prefix(place.column - 1))))
      let mark = String(repeating: "^", count: max(1, reported.finding.length))
      lines.append(
        String(repeating: " ", count: width) + "| " + String(repeating: " ", count: before.count)
          + bold(mark, of: reported.finding.severity))
    }
    return lines
  }

  private func margin(_ reported: ReportedFinding) -> String {
    let last = reported.frame.map { $0.firstLine + $0.lines.count } ?? 0
    return String(repeating: " ", count: String(last).count + 3)
  }

  private func place(_ place: SourcePlace) -> String {
    "\(TerminalText.escaped(report.folderFromHere + place.path)):\(place.line):\(place.column):"
  }

  private static func shown(_ text: String) -> String { TerminalText.escaped(text.replacing("\t", with: "    ")) }

  private func coloured(_ severity: Severity) -> String { bold(severity.rawValue, of: severity) }

  private func bold(_ text: String, of severity: Severity) -> String {
    guard style.usesColour else { return text }
    let colour =
      switch severity {
      case .error: 31
      case .warning: 33
      case .advice: 36
      }
    return "\u{1B}[1;\(colour)m\(text)\u{1B}[0m"
  }
}
