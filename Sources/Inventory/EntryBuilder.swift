import InventoryModel
import Knowledge

/// Makes a row of the document of a pattern found.
struct EntryBuilder {
  private let report: ScanReport
  private let book: PatternBook
  private let use: CommandUse
  private let production: [Operation]
  private let index: OwnerIndex

  init(report: ScanReport, book: PatternBook, use: CommandUse) {
    index = OwnerIndex(report)
    self.report = report
    self.book = book
    self.use = use
    production = report.operations.filter { $0.context == .production }
  }

  func entry(_ row: PatternRow, name: String) -> PatternEntry {
    let definition = row.definition
    let operations = row.operationNumbers.sorted().map { report.operations[$0] }
    var entry = PatternEntry(
      id: RowNamer.slug(name), name: name, pattern: definition.id, title: definition.title,
      explanation: definition.explanation, context: row.owners[0].context)
    entry.anchors = Anchors.of(operations)
    entry.primitives = PrimitiveNamer(names: book.primitives).primitives(of: operations)
    entry.operations = operations
    entry.keys = unique(row.incidences.compactMap(\.key))
    entry.channels = unique(row.incidences.compactMap(\.channel))
    entry.connections = unique(operations.flatMap(\.connections))
    entry.libraries = unique(operations.filter { !$0.isInScript }.map(\.library))
    entry.scripts = unique(operations.compactMap(\.script))
    let facts = RowFacts(row: row, operations: operations, all: production, report: report, use: use)
    let callers = callers(of: row, operations)
    (entry.usedBy, entry.tests) = (callers.users, callers.tests)
    if definition.anchorsUsers { entry.anchors = (entry.anchors + callers.users).sorted() }
    entry.traits = row.joined.map(\.title)
    entry.concerns = concerns(
      ([definition] + row.joined).flatMap(\.concerns).sorted { left, right in
        EntryBuilder.isLast(right.observation) && !EntryBuilder.isLast(left.observation)
      }, facts.observations())
    return entry
  }

  /// Who catches errors is told after what is particular to a pattern.
  private static func isLast(_ observation: ObservationKind) -> Bool {
    [.errorsSwallowed, .errorsByCaller, .errorsNowhere].contains(observation)
  }

  private func callers(of row: PatternRow, _ operations: [Operation]) -> CallerIndex.Callers {
    let owners = Set(row.owners)
    return CallerIndex(graph: report.callGraph).callers(of: Set(operations.compactMap(\.functionNumber))) { node in
      owners.contains(index.owner(of: node))
    }
  }

  private func concerns(_ concerns: [PatternDefinition.Concern], _ observations: [Observation]) -> [RichText] {
    var texts: [RichText] = []
    for concern in concerns {
      let sentence = concern.sentence ?? book.sentences[concern.observation] ?? ""
      for observation in observations where observation.kind == concern.observation {
        let text = observation.text(sentence)
        if !texts.contains(text) { texts.append(text) }
      }
    }
    return texts
  }

  private func unique(_ names: [String]) -> [String] { Set(names).sorted() }
}

/// Places put together by function.
enum Anchors {
  static func of(_ operations: [Operation]) -> [Anchor] {
    of(operations.map { ($0.place, $0.function) })
  }

  static func of(_ places: [(place: SourcePlace, symbol: String?)]) -> [Anchor] {
    var lines: [Key: Set<Int>] = [:]
    for (place, symbol) in places { lines[Key(path: place.path, symbol: symbol), default: []].insert(place.line) }
    return lines.map { Anchor(path: $0.key.path, symbol: $0.key.symbol, lines: $0.value.sorted()) }.sorted()
  }

  private struct Key: Hashable {
    let path: String
    let symbol: String?
  }
}
