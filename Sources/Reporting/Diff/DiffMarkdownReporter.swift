import InventoryModel

extension DiffReporter {
  /// A comment on a pull request: findings and names first, tests folded away.
  static let markdown = DiffReporter(name: "markdown", summary: "a comment for a pull request") { diff, _ in
    let between = "\(MarkdownText.code(diff.before.name)) → \(MarkdownText.code(diff.after.name))"
    var text = "## Redis: \(between)\n\n"
    guard !diff.isEmpty else { return text + "No difference in what is done with Redis.\n" }
    text += "\(DiffWords.counts(of: diff)).\n"
    text += section("Findings", diff.findings.map(item))
    for (subject, plural) in DiffWords.subjects {
      text += section(
        plural.prefix(1).uppercased() + plural.dropFirst(), diff.names.filter { $0.subject == subject }.map(item))
    }
    let operations = diff.operations.filter { context(of: $0) == .production }
    let others = diff.operations.filter { context(of: $0) != .production }
    text += section("Operations", operations.map(item))
    if !others.isEmpty {
      text += "\n<details><summary>Operations in tests and examples: \(others.count)</summary>\n\n"
      text += others.map(item).joined() + "\n</details>\n"
    }
    return text
  }

  private static func context(of change: OperationChange) -> FileContext? { (change.after ?? change.before)?.context }

  private static func section(_ title: String, _ items: [String]) -> String {
    items.isEmpty ? "" : "\n### \(title)\n\n" + items.joined()
  }

  private static func item(_ change: OperationChange) -> String {
    guard let operation = change.after ?? change.before else { return "" }
    let object = operation.keyTemplates + [operation.channel].compactMap(\.self)
    let command = ([operation.command] + object).joined(separator: " ")
    let function = operation.function.map { " in \(MarkdownText.code($0))" } ?? ""
    return item(
      change.kind, "\(MarkdownText.code(command))\(function) (\(place(operation.place)))", details: change.details)
  }

  private static func item(_ change: NameChange) -> String {
    item(change.kind, MarkdownText.code(change.name), details: change.details)
  }

  private static func item(_ change: FindingChange) -> String {
    let finding = change.finding
    let message = MarkdownText.plain(finding.message)
    return item(
      change.kind,
      "\(finding.severity.rawValue): \(message), \(MarkdownText.code(finding.rule)) (\(place(finding.place)))",
      details: change.details)
  }

  private static func item(_ kind: ChangeKind, _ text: String, details: [String]) -> String {
    let suffix = details.isEmpty ? "" : ": \(details.map(MarkdownText.plain).joined(separator: "; "))"
    return "- **\(kind.rawValue)** \(text)\(suffix)\n"
  }

  private static func place(_ place: SourcePlace) -> String { MarkdownText.code("\(place.path):\(place.line)") }
}
