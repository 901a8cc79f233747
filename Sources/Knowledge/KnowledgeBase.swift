package import InventoryModel

/// All tables that a scan needs, decoded and checked.
package struct KnowledgeBase: Sendable {
  package let commands: CommandTable
  package let clients: [ClientLibrary]
  package let conventions: [Language: LanguageConventions]

  package init(
    commands: CommandTable, clients: [ClientLibrary],
    conventions: [Language: LanguageConventions]
  ) {
    self.commands = commands
    self.clients = clients
    self.conventions = conventions
  }
}
