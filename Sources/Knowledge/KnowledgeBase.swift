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

  /// The words by which a file of a language shows that it may use a client library, sorted.
  package func markers(language: Language) -> [String] {
    Set(clients.filter { $0.language.family == language.family }.flatMap(\.markers)).sorted()
  }
}
