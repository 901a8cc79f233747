import InventoryModel

extension InfrastructureVocabulary {
  /// What the program's own tables say.
  package static func standard() throws(KnowledgeError) -> InfrastructureVocabulary {
    try load(tables: TableFile.embedded)
  }

  /// What tables below `Infrastructure/` say; other tables are passed over.
  package static func load(tables: [TableFile]) throws(KnowledgeError) -> InfrastructureVocabulary {
    var vocabulary = InfrastructureVocabulary()
    var problems: [KnowledgeError.Problem] = []
    for table in tables where table.path.hasPrefix("Infrastructure/") {
      do throws(KnowledgeError) {
        var reader = InfrastructureTableReader(try TableReader(table))
        try reader.read(table.path, into: &vocabulary)
      } catch {
        problems += error.problems
      }
    }
    guard problems.isEmpty else { throw KnowledgeError(problems) }
    return vocabulary
  }
}
