package import InventoryModel

/// A rule as its page defines it: what it says, and how it is found.
package struct RulePage: Sendable {
  package let rule: Rule
  package let selection: Selection

  package enum Selection: Sendable, Hashable {
    /// Every operation that satisfies all conditions.
    case operations([Condition], message: MessageTemplate)
    /// What the check of this rule finds.
    case check
    /// What the program finds by itself when it reads comments and settings.
    case builtIn
  }

  package init(rule: Rule, selection: Selection) {
    self.rule = rule
    self.selection = selection
  }
}
