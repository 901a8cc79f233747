import InventoryModel
import Knowledge

/// Turns the inventory around: keys, channels, scripts and connections with who uses them.
struct SchemaBuilder {
  let report: ScanReport
  let patterns: [PatternEntry]
  let use: CommandUse
  let reach: KeyReach

  private let operations: [Operation]
  private let byPlace: [SourcePlace: [Operation]]

  init(report: ScanReport, patterns: [PatternEntry], use: CommandUse, reach: KeyReach) {
    (self.report, self.patterns, self.use, self.reach) = (report, patterns, use, reach)
    operations = report.operations.filter { $0.context != .test }
    byPlace = Dictionary(grouping: operations, by: \.place)
  }

  /// The ids of the patterns that have a name among some of theirs, by the name.
  private func patterns<Names: Sequence<String>>(by names: (PatternEntry) -> Names) -> [String: [String]] {
    var ids: [String: [String]] = [:]
    for pattern in patterns {
      for name in Set(names(pattern)) { ids[name, default: []].append(pattern.id) }
    }
    return ids
  }

  func keys() -> [KeyEntry] {
    var users: [String: [Operation]] = [:]
    let (runners, patterns) = (self.runners, patterns(by: \.keys))
    for operation in operations {
      for template in Set(operation.keyTemplates) where TemplateText.hasLetters(template) {
        users[template, default: []].append(operation)
      }
    }
    return users.keys.sorted().map { template in
      let here = users[template] ?? []
      var entry = KeyEntry(template: template)
      entry.types = SchemaBuilder.types(here)
      let callers = (here + reach.operations(on: template)).filter { !CommandTraits.running.contains($0.command) }
      func anchors(_ isMeant: (Operation) -> Bool) -> [Anchor] {
        Anchors.of(
          callers.filter(isMeant).flatMap { operation in
            operation.isInScript ? runners[operation.script ?? operation.place.path] ?? [operation] : [operation]
          })
      }
      entry.deleters = anchors { CommandTraits.deleting.contains($0.command) }
      entry.writers = anchors { use.writes($0.command) && !CommandTraits.deleting.contains($0.command) }
      entry.readers = anchors { use.reads($0.command) }
      entry.ttlSeconds = Set(here.compactMap(\.ttlSeconds)).sorted()
      entry.expiresByRun = here.contains { $0.setsTTL && $0.ttlSeconds == nil }
      entry.patterns = patterns[template] ?? []
      return entry
    }
  }

  /// What runs a script, by its SHA1 or the path of its file.
  private var runners: [String: [Operation]] {
    let records =
      report.scripts.compactMap { script in script.sha1.map { ($0, script.calledFrom) } }
      + report.scriptFiles.map { ($0.place.path, $0.calledFrom) }
    let running = records.map { ($0, operations(at: $1).filter { !$0.isInScript }) }.filter { !$1.isEmpty }
    return Dictionary(running, uniquingKeysWith: +)
  }

  private func operations(at places: [SourcePlace]) -> [Operation] { places.flatMap { byPlace[$0] ?? [] } }

  /// What commands tell of the type of a key.
  private static func types(_ operations: [Operation]) -> [String] {
    let known: Set<String> = [
      "string", "hash", "list", "set", "sorted_set", "stream", "geo", "hyperloglog", "bitmap", "json", "bloom",
      "timeseries", "vectorset",
    ]
    return Set(operations.compactMap(\.group).filter(known.contains)).map { $0.replacing("_", with: " ") }.sorted()
  }

  func channels() -> [ChannelEntry] {
    let grouped = Dictionary(grouping: operations.filter { $0.channel != nil }) { $0.channel ?? "" }
    let patterns = patterns(by: \.channels)
    return grouped.keys.sorted().map { template in
      let here = grouped[template] ?? []
      var entry = ChannelEntry(template: template)
      entry.publishers = Anchors.of(here.filter(\.isPublication))
      entry.subscribers = Anchors.of(here.filter(\.isSubscription))
      entry.patterns = patterns[template] ?? []
      return entry
    }
  }

  func scripts() -> [ScriptEntry] {
    let scripts = (report.scripts + report.scriptFiles).filter { $0.context != .test }.sorted { $0.place < $1.place }
    let bySHA1 = patterns(by: \.scripts)
    let byPath = patterns { $0.operations.lazy.filter { $0.language == .lua }.map(\.place.path) }
    return scripts.map { script in
      var entry = ScriptEntry(script)
      let callers = operations(at: script.calledFrom)
      entry.runBy = Set(callers.map(\.command)).sorted()
      entry.callers = Anchors.of(callers)
      let using = Set((script.sha1.flatMap { bySHA1[$0] } ?? []) + (byPath[script.place.path] ?? []))
      entry.patterns = patterns.map(\.id).filter(using.contains)
      return entry
    }
  }

  func connections() -> [ConnectionEntry] {
    let clients = report.clients.filter { $0.context != .test }
    let names = Set(clients.compactMap(\.connection) + operations.flatMap(\.connections)).sorted()
    var usedBy: [String: Set<SourcePlace>] = [:]
    for operation in operations {
      for name in operation.connections { usedBy[name, default: []].formUnion(operation.clients) }
    }
    let named = patterns(by: \.connections)
    var entries = names.map { name in
      var entry = ConnectionEntry(name: name)
      let used = usedBy[name] ?? []
      let here = clients.filter { $0.connection == name || used.contains($0.place) }
      entry.clients = anchors(here)
      entry.libraries = Set(here.map(\.library)).sorted()
      entry.patterns = named[name] ?? []
      return entry
    }
    let unknown = clients.filter { $0.connection == nil }
    let without = patterns.filter(\.connections.isEmpty)
    if !unknown.isEmpty || !without.isEmpty {
      var entry = ConnectionEntry(name: nil)
      entry.clients = anchors(unknown)
      entry.libraries = Set(unknown.map(\.library)).sorted()
      entry.patterns = without.map(\.id)
      entries.append(entry)
    }
    return entries
  }

  private func anchors(_ clients: [ClientRecord]) -> [Anchor] {
    Anchors.of(clients.map { (place: $0.place, symbol: nil) })
  }
}
