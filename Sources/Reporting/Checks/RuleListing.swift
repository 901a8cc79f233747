package import InventoryModel

/// Lists of rules.
package enum RuleListing {
  /// A line for each rule: id, severity, migration rule, title.
  package static func text(_ rules: [Rule]) -> String {
    let width = rules.map(\.id.count).max() ?? 0
    return rules.map { rule in
      let id = rule.id + String(repeating: " ", count: width - rule.id.count)
      let severity = rule.severity.rawValue + String(repeating: " ", count: 7 - rule.severity.rawValue.count)
      let number = rule.migration.map { $0 < 10 ? " \($0)" : "\($0)" } ?? " -"
      return TerminalText.escaped("\(id)  \(severity)  \(number)  \(rule.title)") + "\n"
    }.joined()
  }

  /// A table of the rules.
  package static func markdown(_ rules: [Rule]) -> String {
    let rows = rules.map { rule in
      [
        "[`\(rule.id)`](Rules/Catalog/\(rule.id).md)", rule.severity.rawValue, rule.migration.map(String.init) ?? "",
        MarkdownText.plain(rule.title),
      ]
    }
    return MarkdownTable.lines(["rule", "severity", "migration rule", ""], rows).map { $0 + "\n" }.joined()
  }

  /// All that the pages say.
  package static func json(_ rules: [Rule]) -> String {
    JSONValue.array(rules.map { JSONValue.rulePage($0) }).pretty + "\n"
  }

  /// All that one page says.
  package static func json(_ rule: Rule) -> String { JSONValue.rulePage(rule).pretty + "\n" }
}

extension JSONValue {
  /// A rule with its documentation and examples.
  fileprivate static func rulePage(_ rule: Rule) -> JSONValue {
    let sections = rule.sections.filter { $0.kind != .triggers && $0.kind != .doesNotTrigger }
    return .object([
      ("id", .string(rule.id)),
      ("title", .string(rule.title)),
      ("severity", .string(rule.severity.rawValue)),
      ("migration", .optional(rule.migration)),
      ("since", .string(rule.since)),
      ("page", .string("Rules/Catalog/\(rule.id).md")),
      ("sections", .object(sections.map { ($0.kind.rawValue, .string($0.text)) })),
      (
        "examples",
        .array(
          rule.examples.map { example in
            .object([
              ("triggers", .bool(example.triggers)),
              (
                "files",
                .array(
                  example.files.map { .object([("path", .string($0.path)), ("text", .string($0.text))]) })
              ),
            ])
          })
      ),
    ])
  }
}
