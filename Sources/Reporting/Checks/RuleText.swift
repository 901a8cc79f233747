package import InventoryModel

/// What a rule's page says, as other forms need it.
package struct RuleText {
  private let rule: Rule

  package init(_ rule: Rule) { self.rule = rule }

  /// What to do, on one line: the first sentences of "Instead".
  var help: String {
    let lines = rule[.instead].split(separator: "\n", omittingEmptySubsequences: false)
    let first = lines.prefix { !$0.isEmpty }
    let item = first.dropFirst().firstIndex { $0.hasPrefix("- ") }
    let text = first[..<(item ?? first.endIndex)].map { $0.drop { $0 == " " } }.joined(separator: " ")
    return text.hasPrefix("- ") ? String(text.dropFirst(2)) : text
  }

  /// The whole page as Markdown, for people who read it elsewhere.
  package var markdown: String {
    let migration = rule.migration.map { ", migration rule \($0)" } ?? ""
    let head = "# \(rule.title)\n\n`\(rule.id)`, \(rule.severity.rawValue)\(migration), since \(rule.since)"
    return ([head] + rule.sections.map { "## \($0.kind.rawValue)\n\n\($0.text)" }).joined(separator: "\n\n") + "\n"
  }

  /// What it finds, why and what to do, without examples.
  var guidance: String {
    [RuleSection.Kind.finds, .why, .instead, .blindSpots].map { "## \($0.rawValue)\n\n\(rule[$0])" }
      .joined(separator: "\n\n")
  }
}
