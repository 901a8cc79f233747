package import InventoryModel

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

  /// The same, with several tables decoded at a time.
  package static func load(
    languages: Set<Language>, additional: [TableFile] = [], tasks: Int
  ) async throws(KnowledgeError) -> KnowledgeBase {
    var loader = KnowledgeLoader(tables: TableFile.embedded, additional: additional)
    let (placed, commands) = (loader.tables(of: languages), loader.commands)
    let tasks = max(1, min(tasks, placed.count))
    let decoded = await withTaskGroup(of: [(Int, PlacedTable.Decoded)].self) { group in
      for first in 0..<tasks {
        group.addTask { stride(from: first, to: placed.count, by: tasks).map { ($0, placed[$0].decode(commands)) } }
      }
      return await group.reduce(into: [Int: PlacedTable.Decoded]()) { $0.merge($1) { first, _ in first } }
    }
    for (number, table) in placed.enumerated() {
      if let decoded = decoded[number] { loader.add(decoded, of: table) }
    }
    return try loader.finish()
  }
}
