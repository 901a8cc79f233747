import InventoryModel
import Knowledge

/// Makes a row of the document of a pattern found.
struct EntryBuilder {
  private let report: ScanReport
  private let book: PatternBook
  private let use: CommandUse
  private let production: [Operation]
  private let index: OwnerIndex
  private let habits: [String: LibraryHabits]
  private let handlers: [SourcePlace: [String]]
  let reach: KeyReach

  init(report: ScanReport, book: PatternBook, habits: [String: LibraryHabits], use: CommandUse) {
    self.habits = habits
    index = OwnerIndex(report)
    handlers = report.callGraph.handlers
    reach = KeyReach(report, index)
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
    entry.primitives = PrimitiveNamer(names: book.primitives, habits: habits).primitives(of: operations)
    entry.operations = operations
    entry.keys = unique(row.incidences.compactMap(\.key).filter(TemplateText.hasLetters))
    entry.channels = unique(row.incidences.compactMap(\.channel))
    entry.connections = unique(operations.flatMap(\.connections))
    entry.libraries = unique(operations.filter { !$0.isInScript }.map(\.library))
    entry.scripts = unique(operations.compactMap(\.script))
    let facts = RowFacts(
      row: row, operations: operations, all: production, report: report, use: use, book: book, index: index,
      handlers: handlers, reach: reach)
    let callers = callers(of: row, operations)
    (entry.usedBy, entry.tests) = (callers.users, callers.tests)
    entry.anchors = (entry.anchors + callers.users.filter { EntryBuilder.speaks($0, of: definition.anchoringWords) })
      .sorted()
    entry.traits = row.joined.map(\.title)
    let observations = facts.observations()
    entry.concerns = texts(
      of: ([definition] + row.joined).flatMap(\.concerns).filter { !$0.observation.isOfErrors }, observations)
    entry.errors = texts(
      of: ObservationKind.allCases.filter(\.isOfErrors).map { PatternDefinition.Concern(observation: $0) }, observations
    )
    if ([definition] + row.joined).contains(where: \.tellsLocks) { entry.locks = LockReader(facts: facts).locks }
    return entry
  }

  /// Whether a word of an anchor begins with one of the given ones.
  private static func speaks(_ anchor: Anchor, of words: [String]) -> Bool {
    let said = NameWords.split("\(anchor.path) \(anchor.symbol ?? "")").map { $0.lowercased() }
    return said.contains { word in words.contains { word.hasPrefix($0) } }
  }

  private func callers(of row: PatternRow, _ operations: [Operation]) -> CallerIndex.Callers {
    let owners = Set(row.owners)
    return CallerIndex(graph: report.callGraph).callers(of: Set(operations.compactMap(\.functionNumber))) { node in
      owners.contains(index.owner(of: node))
    }
  }

  private func texts(of concerns: [PatternDefinition.Concern], _ observations: [Observation]) -> [RichText] {
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
