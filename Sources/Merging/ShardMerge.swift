import InventoryModel

/// Puts the parts of one scan together. Where no part leads into another, the outcome is the report of the whole scan.
struct ShardMerge {
  private let parts: [ScanReport]
  /// The part that a parsed file belongs to, by path.
  private let owners: [String: Int]

  /// - Parameter parts: all parts of one scan.
  init(_ parts: [ScanReport]) {
    let sorted = parts.sorted { ($0.shard?.shard.number ?? 0) < ($1.shard?.shard.number ?? 0) }
    let paths = sorted.enumerated().flatMap { number, part in (part.shard?.parsed ?? []).map { ($0, number) } }
    owners = Dictionary(paths) { first, _ in first }
    self.parts = ShardMerge.withoutGuesses(sorted, owners)
  }

  /// What a part says of another's files is left out where that one has parsed them and found nothing there: it knows
  /// more of what its files are used with.
  private static func withoutGuesses(_ parts: [ScanReport], _ owners: [String: Int]) -> [ScanReport] {
    let found = parts.map { Set($0.operations.map { OperationName(place: $0.place, command: $0.command) }) }
    return parts.enumerated().map { number, part in
      var part = part
      part.operations.removeAll { operation in
        guard let owner = owners[operation.place.path], owner != number else { return false }
        return !found[owner].contains(OperationName(place: operation.place, command: operation.command))
      }
      part.unresolved.removeAll { (owners[$0.place.path] ?? number) != number }
      return part
    }
  }

  func report() -> ScanReport {
    var report = ScanReport(
      toolVersion: parts[0].toolVersion, root: parts[0].root, operations: operations(), scripts: scripts(),
      clients: clients(), unresolved: unresolved(), files: files(), timings: timings())
    report.repository = parts[0].repository
    return report
  }

  // MARK: What was found

  /// Of an operation that several parts found, what all say of it, and else what the surest says.
  private func operations() -> [Operation] {
    let groups = grouped(\.operations) { OperationName(place: $0.place, command: $0.command) }
    return groups.flatMap { versions -> [Operation] in
      guard versions.count > 1 else { return versions.flatMap(\.self) }
      let best = versions.enumerated().max { left, right in
        (rank(left.element), right.offset) < (rank(right.element), left.offset)
      }
      guard var chosen = best?.element, chosen.count == 1 else { return best?.element ?? [] }
      let all = versions.flatMap(\.self)
      chosen[0].connections = Set(all.flatMap(\.connections)).sorted()
      return chosen
    }
  }

  private struct OperationName: Hashable {
    let place: SourcePlace
    let command: String
  }

  /// How much a part knows of operations.
  private func rank(_ operations: [Operation]) -> Int {
    operations.reduce(0) { sum, operation in
      let hasKeys = !operation.keyTemplates.contains { $0 == "{}" }
      return sum + (operation.confidence == .certain ? 10_000 : 0) + (hasKeys ? 1000 : 0)
        + min(operation.evidence.count, 999)
    }
  }

  private func scripts() -> [ScriptRecord] {
    grouped(\.scripts) { [$0.place.path, String($0.place.line), String($0.place.column), $0.sha1 ?? ""] }.map {
      versions in
      let all = versions.flatMap(\.self)
      var script = all[0]
      script.keysDeclared = all.lazy.compactMap(\.keysDeclared).first
      script.keysMadeUp = Set(all.flatMap(\.keysMadeUp)).sorted()
      script.commands = Set(all.flatMap(\.commands)).sorted()
      script.calledFrom = Set(all.flatMap(\.calledFrom)).sorted()
      return script
    }
  }

  private func clients() -> [ClientRecord] {
    grouped(\.clients) { [$0.place.path, String($0.place.line), String($0.place.column), $0.library, $0.role] }
      .flatMap { versions in versions.first { $0.contains { $0.connection != nil } } ?? versions[0] }
  }

  /// What one part could not resolve and another did is resolved.
  private func unresolved() -> [UnresolvedSite] {
    let found = parts.map { Set($0.operations.map(\.place)) }
    var known: Set<SourcePlace> = []
    var sites: [UnresolvedSite] = []
    for (number, part) in parts.enumerated() {
      let new = part.unresolved.filter { site in
        !known.contains(site.place) && !found.indices.contains { $0 != number && found[$0].contains(site.place) }
      }
      sites += new
      known.formUnion(new.map(\.place))
    }
    return sites
  }

  /// What the parts say of the same thing, a list for each part that speaks of it, in the order of the parts.
  private func grouped<Record, Key: Hashable>(
    _ records: KeyPath<ScanReport, [Record]>, by key: (Record) -> Key
  ) -> [[[Record]]] {
    var positions: [Key: Int] = [:]
    var groups: [[[Record]]] = []
    for part in parts {
      for (key, versions) in Dictionary(grouping: part[keyPath: records], by: key) {
        if let position = positions[key] {
          groups[position].append(versions)
        } else {
          positions[key] = groups.count
          groups.append([versions])
        }
      }
    }
    return groups
  }

  // MARK: What became of the files

  private func files() -> FileRecords {
    var files = FileRecords()
    files.searched = parts.reduce(0) { $0 + $1.files.searched }
    files.read = Set(parts.flatMap { ($0.shard?.parsed ?? []) + ($0.shard?.crossings ?? []).map(\.path) }).count
    files.skipped = Set(parts.flatMap(\.files.skipped)).sorted {
      ($0.path, $0.reason.rawValue) < ($1.path, $1.reason.rawValue)
    }
    files.unreadable = Set(parts.flatMap(\.files.unreadable)).sorted { $0.path < $1.path }
    files.notFullyParsed = Set(parts.flatMap(\.files.notFullyParsed)).sorted { $0.path < $1.path }
    for note in parts.flatMap(\.files.notes) where !files.notes.contains(note) { files.notes.append(note) }
    files.notes += parts.compactMap(\.shard).filter { !$0.crossings.isEmpty }.map(crossingNote)
    return files
  }

  /// Says where resolution left a part.
  private func crossingNote(_ record: ShardRecord) -> String {
    let shown = record.crossings.prefix(5).map { crossing in
      guard let place = crossing.importedAt else { return crossing.path }
      return "\(crossing.path) (imported at \(place.path):\(place.line))"
    }
    let more = record.crossings.count > shown.count ? ", …" : ""
    return "shard \(record.shard.number)/\(record.shard.count) leads to files of others, where a whole scan may know "
      + "more (\(record.crossings.count)): \(shown.joined(separator: ", "))\(more)"
  }

  /// The sums of all parts; nil where no part has any.
  private func timings() -> [PhaseTiming]? {
    var sums: [PhaseTiming] = []
    for timing in parts.flatMap({ $0.timings ?? [] }) {
      if let index = sums.firstIndex(where: { $0.phase == timing.phase }) {
        sums[index].seconds += timing.seconds
        sums[index].files += timing.files
        sums[index].bytes += timing.bytes
      } else {
        sums.append(timing)
      }
    }
    return sums.isEmpty ? nil : sums
  }
}
