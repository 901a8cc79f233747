import FileSystem
import InventoryModel
import Reporting
import Scanning

/// `rules` and `explain`: what is looked for, and what one rule means.
struct RulesCommands {
  private let arguments: Arguments
  private let rules: [Rule]

  init(_ arguments: Arguments) throws {
    self.arguments = arguments
    rules = try RuleList.load(rules: arguments.value(of: "--rules"))
  }

  func list() throws {
    let text =
      switch arguments.value(of: "--format") {
      case "json": RuleListing.json(rules)
      case "markdown": RuleListing.markdown(rules)
      default: RuleListing.text(rules)
      }
    try OutputStream.output.write(text)
  }

  func explain() throws {
    let name = arguments.words[0]
    guard let rule = rules.first(where: { $0.id == name }) else {
      let hint = NearestName.hint(for: name, in: rules.map(\.id))
      throw UsageError("unknown rule '\(name)'\(hint.isEmpty ? "; 'redis-inventory rules' lists them" : hint)")
    }
    let isJSON = arguments.value(of: "--format") == "json"
    try OutputStream.output.write(isJSON ? RuleListing.json(rule) : RuleText(rule).markdown)
  }
}
