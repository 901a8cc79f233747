import InventoryModel

/// All rules, from the pages below `Rules/Catalog` and a user's own.
package struct RuleCatalog: Sendable {
  /// Sorted by id.
  package let pages: [RulePage]

  /// Reads the program's own pages and a user's; a user's page replaces the program's of the same id.
  package static func load(
    commands: CommandTable, additional: [TableFile] = []
  ) throws(KnowledgeError) -> RuleCatalog {
    try load(TableFile.embedded, commands, additional: additional)
  }

  /// The same from pages in hand; other files are passed over.
  package static func load(
    _ files: [TableFile], _ commands: CommandTable, additional: [TableFile] = []
  ) throws(KnowledgeError) -> RuleCatalog {
    var pages: [String: RulePage] = [:]
    var problems: [KnowledgeError.Problem] = []
    for file in files + additional where isPage(file) {
      do throws(KnowledgeError) {
        var reader = RulePageReader(file, commands: commands)
        let page = try reader.read()
        pages[page.rule.id] = page
      } catch {
        problems += error.problems
      }
    }
    guard problems.isEmpty else { throw KnowledgeError(problems) }
    return RuleCatalog(pages: pages.values.sorted { $0.rule.id < $1.rule.id })
  }

  package subscript(_ id: String) -> RulePage? { pages.first { $0.rule.id == id } }

  /// Whether a file of a folder of tables is a rule's page.
  static func isPage(_ file: TableFile) -> Bool {
    file.path.hasPrefix("Catalog/") && file.path.hasSuffix(".md")
  }
}
