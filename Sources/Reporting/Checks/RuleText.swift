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
    let sections = rule.sections.map { "## \($0.kind.rawValue)\n\n\(RuleText.shown($0.text))" }
    return ([head] + sections).joined(separator: "\n\n") + "\n"
  }

  /// The wants of examples as readers see them.
  private static func shown(_ text: String) -> String {
    text.replacing(/want \[([a-z0-9-]+)\](?: "[^"]*")?/) { "reported: \($0.output.1)" }
  }

  /// What it finds, why and what to do, without examples.
  var guidance: String {
    [RuleSection.Kind.finds, .why, .instead, .blindSpots].map { "## \($0.rawValue)\n\n\(rule[$0])" }
      .joined(separator: "\n\n")
  }
}
