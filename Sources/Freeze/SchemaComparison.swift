package import InventoryModel

/// Compares what code does now with what was frozen.
package struct SchemaComparison: Sendable {
  private let frozen: FrozenSchema
  private let current: KeySchema
  private let scope: SchemaScope
  private let plans: [MigrationPlan]
  private let today: CalendarDate

  /// - Parameters:
  ///   - current: the schema of what was scanned.
  ///   - plans: those of the configuration; the file's own count too.
  package init(
    of current: KeySchema, with frozen: FrozenSchema, scope: SchemaScope = SchemaScope(), plans: [MigrationPlan] = [],
    today: CalendarDate
  ) {
    self.frozen = frozen
    self.current = scope.rebased(current)
    self.scope = scope
    self.plans = frozen.plans + plans
    self.today = today
  }

  /// All that no plan in force covers, by subject and name.
  package func changes() -> [SchemaChange] {
    let all = keyChanges() + channelChanges() + scriptChanges() + lockChanges()
    return all.compactMap(unplanned).sorted {
      ($0.subject.rawValue, $0.name, $0.kind.rawValue) < ($1.subject.rawValue, $1.name, $1.kind.rawValue)
    }
  }

  private func unplanned(_ change: SchemaChange) -> SchemaChange? {
    let covering = plans.filter { plan in
      plan.covers(change.subject, change.name) || change.sha1.map { plan.covers(.script, $0) } ?? false
        || change.subject == .lock && plan.covers(.key, change.name)
    }
    if covering.contains(where: { $0.until >= today }) { return nil }
    var change = change
    change.expired = covering.max { $0.until < $1.until }
    return change
  }

  private func keyChanges() -> [SchemaChange] {
    let side = { (key: FrozenKey) in Named(name: key.template, uses: key.writers + key.readers) }
    var changes = comings(.key, current.keys.map(side), before: frozen.schema.keys.map(side))
    let before = Dictionary(frozen.schema.keys.map { ($0.template, $0) }, uniquingKeysWith: { first, _ in first })
    for key in current.keys {
      guard let old = before[key.template], scope.covers(old.writers + old.readers) else { continue }
      let details = differences(of: key, from: old)
      guard !details.isEmpty else { continue }
      changes.append(
        change(.key, .changed, key.template, details.joined(separator: " and "), line: line(.key, key.template)))
    }
    return changes
  }

  private func differences(of key: FrozenKey, from old: FrozenKey) -> [String] {
    var details: [String] = []
    if !old.types.isEmpty, !key.types.isEmpty, key.types != old.types {
      details.append("is a \(Words.list(key.types)) instead of a \(Words.list(old.types))")
    }
    if key.ttl != old.ttl {
      details.append("lives \(Words.times(key.ttl)) instead of \(Words.times(old.ttl))")
    }
    if key.writers.isEmpty, !old.writers.isEmpty { details.append("is written by nobody any more") }
    if key.readers.isEmpty, !old.readers.isEmpty { details.append("is read by nobody any more") }
    return details
  }

  private func channelChanges() -> [SchemaChange] {
    let side = { (channel: FrozenChannel) in
      Named(name: channel.template, uses: channel.publishers + channel.subscribers)
    }
    return comings(.channel, current.channels.map(side), before: frozen.schema.channels.map(side))
  }

  private func lockChanges() -> [SchemaChange] {
    let side = { (lock: FrozenLock) in Named(name: lock.name, uses: lock.users) }
    // The name of a home-made lock is a key, and told as one.
    let keys = Set((current.keys + frozen.schema.keys).map(\.template))
    var changes = comings(.lock, current.locks.map(side), before: frozen.schema.locks.map(side))
      .filter { !keys.contains($0.name) && KeyTemplate.tellsName($0.name) }
    let before = Dictionary(frozen.schema.locks.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    for lock in current.locks {
      guard let old = before[lock.name], scope.covers(old.users) else { continue }
      if lock.ttl != old.ttl {
        let detail = "is held for \(Words.times(lock.ttl)) instead of \(Words.times(old.ttl))"
        changes.append(change(.lock, .ttlChanged, lock.name, detail, line: line(.lock, lock.name)))
      }
      if lock.connections != old.connections {
        let (now, then) = (Words.connections(lock.connections), Words.connections(old.connections))
        changes.append(
          change(
            .lock, .connectionChanged, lock.name, "goes over \(now) instead of \(then)", line: line(.lock, lock.name)))
      }
    }
    return changes
  }

  private func scriptChanges() -> [SchemaChange] {
    let known = Set(current.scripts.map(\.sha1))
    let frozenSums = Set(frozen.schema.scripts.map(\.sha1))
    var new = current.scripts.filter { !frozenSums.contains($0.sha1) }
    var changes: [SchemaChange] = []
    for old in frozen.schema.scripts where !known.contains(old.sha1) && scope.covers(old.path) {
      let line = frozen.line(of: .script, "\(old.path) \(old.sha1)")
      let here = new.indices.filter { new[$0].path == old.path }
      let index = here.first { !Set(new[$0].callers).isDisjoint(with: old.callers) } ?? here.first
      if let index {
        let script = new.remove(at: index)
        var change = change(
          .script, .changed, old.path, "is \(Words.sum(script.sha1)) instead of \(Words.sum(old.sha1))", line: line)
        change.sha1 = script.sha1
        changes.append(change)
      } else {
        changes.append(
          change(.script, .gone, old.path, "\(Words.sum(old.sha1)) is frozen and no longer there", line: line))
      }
    }
    return changes
  }

  /// A name and who uses it.
  private struct Named {
    let name: String
    let uses: [SymbolUse]
  }

  /// Names that came and went.
  private func comings(
    _ subject: MigrationPlan.Subject, _ now: [Named], before: [Named]
  ) -> [SchemaChange] {
    let (names, oldNames) = (Set(now.map(\.name)), Set(before.map(\.name)))
    let added = now.filter { !oldNames.contains($0.name) }
    let gone = before.filter { !names.contains($0.name) && scope.covers($0.uses) }
    return added.map { change(subject, .added, $0.name, "is not in the frozen schema", line: nil) }
      + gone.map { old in
        let heirs = added.filter { !Set($0.uses).isDisjoint(with: old.uses) }.map(\.name)
        let hint = heirs.isEmpty ? "" : "; its users now use \(Words.list(heirs))"
        return change(
          subject, .gone, old.name, "is frozen and no longer used\(hint)", line: line(subject, old.name))
      }
  }

  private func line(_ subject: MigrationPlan.Subject, _ name: String) -> Int { frozen.line(of: subject, name) }

  private func change(
    _ subject: MigrationPlan.Subject, _ kind: SchemaChange.Kind, _ name: String, _ detail: String, line: Int?
  ) -> SchemaChange {
    let place = line.map { SourcePlace(path: frozen.path, line: $0, column: 1) }
    return SchemaChange(subject: subject, kind: kind, name: name, detail: detail, frozenAt: place)
  }
}

/// Lists as a sentence has them.
private enum Words {
  static func list(_ names: [String]) -> String {
    names.count < 2 ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
  }

  static func times(_ times: [TimeToLive]) -> String {
    guard !times.isEmpty else { return "for as long as nobody deletes it" }
    return list(
      times.map { time in
        switch time {
        case .seconds: "\(time.text) s"
        case .unknown: "as long as only the run knows"
        }
      })
  }

  static func connections(_ names: [String]) -> String { names.isEmpty ? "an unknown connection" : list(names) }

  static func sum(_ sha1: String) -> String { String(sha1.prefix(12)) }
}
