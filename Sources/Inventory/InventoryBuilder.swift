package import InventoryModel
package import Knowledge

/// Makes the inventory of a report.
package struct InventoryBuilder {
  private let report: ScanReport
  private let book: PatternBook
  private let habits: [String: LibraryHabits]
  private let use: CommandUse
  private let settings: InventorySettings
  private let owners: @Sendable (String) -> [String]

  /// - Parameters:
  ///   - habits: what client libraries send by themselves, by their name in reports.
  ///   - owners: who owns a file, by its path.
  package init(
    report: ScanReport, book: PatternBook, habits: [String: LibraryHabits] = [:], commands: CommandTable,
    settings: InventorySettings = InventorySettings(),
    owners: @escaping @Sendable (String) -> [String] = { _ in [] }
  ) {
    self.report = report
    self.settings = settings
    self.owners = owners
    self.book = book
    self.habits = habits
    use = CommandUse(commands: commands)
  }

  package func document() -> InventoryDocument {
    var document = InventoryDocument(toolVersion: report.toolVersion, root: report.root, summary: summary)
    let rows = PatternRecognizer(report: report, book: book, use: use).rows().sorted { left, right in
      (left.owners[0], left.definition.rank, left.definition.id)
        < (right.owners[0], right.definition.rank, right.definition.id)
    }
    let names = RowNamer(documentation: report.callGraph.documentation).names(of: rows)
    var hand = RowSettings(settings)
    let named = hand.grouped(rows, names)
    let builder = EntryBuilder(report: report, book: book, habits: habits, use: use)
    let entries = zip(named.rows, named.names).map { row, name in
      var entry = builder.entry(row, name: name)
      entry.owners = InventoryBuilder.unique(entry.anchors.map(\.path).flatMap(owners))
      return entry
    }
    document.patterns = hand.written(
      into: entries.filter { $0.context == .production } + entries.filter { $0.context != .production })
    document.notes = hand.notes
    let schema = SchemaBuilder(report: report, patterns: document.patterns, use: use, reach: builder.reach)
    document.keys = schema.keys()
    document.channels = schema.channels()
    document.scripts = schema.scripts()
    document.connections = schema.connections()
    document.services = ServiceBuilder.services(of: document.patterns)
    document.unresolved = report.unresolved
    document.infrastructure = report.infrastructure
    return document
  }

  private var summary: InventorySummary {
    var summary = InventorySummary()
    summary.filesSearched = report.files.searched
    summary.filesParsed = report.files.read
    summary.filesWithErrors = report.files.notFullyParsed.count
    summary.unresolved = report.unresolved.count
    for operation in report.operations { summary.operations[operation.context, default: 0] += 1 }
    let production = report.operations.filter { $0.context == .production }
    let namer = PrimitiveNamer(names: book.primitives)
    summary.primitives = InventoryBuilder.counts(production.map { namer.names(of: $0)[0] })
    summary.libraries = InventoryBuilder.counts(production.map(\.library))
    return summary
  }

  private static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  private static func counts(_ names: [String]) -> [NamedCount] {
    Dictionary(grouping: names) { $0 }.map { NamedCount($0.key, $0.value.count) }.sorted { $0.name < $1.name }
  }
}
