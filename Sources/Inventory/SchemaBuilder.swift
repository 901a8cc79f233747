import InventoryModel
import Knowledge

/// Turns the inventory around: keys, channels, scripts and connections with who uses them.
struct SchemaBuilder {
  let report: ScanReport
  let patterns: [PatternEntry]
  let use: CommandUse
  let reach: KeyReach

  private var operations: [Operation] { report.operations.filter { $0.context != .test } }

  func keys() -> [KeyEntry] {
    var users: [String: [Operation]] = [:]
    let runners = self.runners
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
        Anchors.of(callers.filter(isMeant).flatMap { runners[$0.isInScript ? $0.script ?? $0.place.path : ""] ?? [$0] })
      }
      entry.deleters = anchors { CommandTraits.deleting.contains($0.command) }
      entry.writers = anchors { use.writes($0.command) && !CommandTraits.deleting.contains($0.command) }
      entry.readers = anchors { use.reads($0.command) }
      entry.ttlSeconds = Set(here.compactMap(\.ttlSeconds)).sorted()
      entry.expiresByRun = here.contains { $0.setsTTL && $0.ttlSeconds == nil }
      entry.patterns = patterns.filter { $0.keys.contains(template) }.map(\.id)
      return entry
    }
  }

  /// What runs a script, by its SHA1 or the path of its file.
  private var runners: [String: [Operation]] {
    let byPlace = Dictionary(grouping: operations.filter { !$0.isInScript }, by: \.place)
    let records =
      report.scripts.map { ($0.sha1 ?? "-", $0.calledFrom) }
      + report.scriptFiles.map { ($0.place.path, $0.calledFrom) }
    let running = records.map { ($0, $1.flatMap { byPlace[$0] ?? [] }) }.filter { !$1.isEmpty }
    return Dictionary(running, uniquingKeysWith: +)
  }

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
    return grouped.keys.sorted().map { template in
      let here = grouped[template] ?? []
      var entry = ChannelEntry(template: template)
      entry.publishers = Anchors.of(here.filter(\.isPublication))
      entry.subscribers = Anchors.of(here.filter(\.isSubscription))
      entry.patterns = patterns.filter { $0.channels.contains(template) }.map(\.id)
      return entry
    }
  }

  func scripts() -> [ScriptEntry] {
    (report.scripts + report.scriptFiles).filter { $0.context != .test }.sorted { $0.place < $1.place }.map { script in
      var entry = ScriptEntry(script)
      let callers = operations.filter { script.calledFrom.contains($0.place) }
      entry.runBy = Set(callers.map(\.command)).sorted()
      entry.callers = Anchors.of(callers)
      entry.patterns = patterns.filter { pattern in
        script.sha1.map(pattern.scripts.contains) ?? false
          || pattern.operations.contains { $0.language == .lua && $0.place.path == script.place.path }
      }.map(\.id)
      return entry
    }
  }

  func connections() -> [ConnectionEntry] {
    let clients = report.clients.filter { $0.context != .test }
    let names = Set(clients.compactMap(\.connection) + operations.flatMap(\.connections)).sorted()
    var entries = names.map { name in
      var entry = ConnectionEntry(name: name)
      let used = Set(operations.filter { $0.connections.contains(name) }.flatMap(\.clients))
      let here = clients.filter { $0.connection == name || used.contains($0.place) }
      entry.clients = anchors(here)
      entry.libraries = Set(here.map(\.library)).sorted()
      entry.patterns = patterns.filter { $0.connections.contains(name) }.map(\.id)
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
