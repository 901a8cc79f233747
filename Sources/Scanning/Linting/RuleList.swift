package import InventoryModel
import Knowledge

/// The rules that there are, a user's own among them.
package enum RuleList {
  /// All rules with their pages' severities, sorted by id.
  ///
  /// - Parameter rules: a folder of the user's own tables.
  package static func load(rules: String?) throws -> [Rule] {
    let tables = try UserTables.read(rules)
    let commands = try KnowledgeBase.load(languages: [], additional: tables).commands
    return try RuleCatalog.load(commands: commands, additional: tables).pages.map(\.rule)
  }
}
