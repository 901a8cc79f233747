package import InventoryModel
package import Parallelism

extension KnowledgeBase {
  /// The program's own tables for some languages and their families, and a user's; a user's table replaces the program's
  /// of the same library. Tables of other languages are not read.
  package static func load(
    languages: Set<Language>, additional: [TableFile] = []
  ) throws(KnowledgeError) -> KnowledgeBase {
    try load(languages: languages, tables: TableFile.embedded, additional: additional)
  }

  /// The same from tables in hand.
  package static func load(
    languages: Set<Language>, tables: [TableFile], additional: [TableFile] = []
  ) throws(KnowledgeError) -> KnowledgeBase {
    var loader = KnowledgeLoader(tables: tables, additional: additional)
    for table in loader.tables(of: languages) { loader.add(table.decode(loader.commands), of: table) }
    return try loader.finish()
  }

  /// The same, with tables decoded beside each other.
  package static func load(
    languages: Set<Language>, additional: [TableFile] = [], parallel: Parallel
  ) async throws(KnowledgeError) -> KnowledgeBase {
    var loader = KnowledgeLoader(tables: TableFile.embedded, additional: additional)
    let (tables, commands) = (loader.tables(of: languages), loader.commands)
    let decoded = await parallel.map(tables, batch: 1) { tables in tables.map { $0.decode(commands) } }
    for (table, decoded) in zip(tables, decoded) { loader.add(decoded, of: table) }
    return try loader.finish()
  }
}
