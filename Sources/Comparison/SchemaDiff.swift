import Freeze
import InventoryModel

/// Compares two key schemas, as a review reads it.
struct SchemaDiff {
  private let before: KeySchema
  private let after: KeySchema

  init(before: KeySchema, after: KeySchema) {
    self.before = before
    self.after = after
  }

  func changes() -> [NameChange] {
    compare(.key, before.keys, after.keys, name: \.template, facts: SchemaDiff.facts)
      + compare(.channel, before.channels, after.channels, name: \.template, facts: SchemaDiff.facts)
      + compare(.lock, before.locks, after.locks, name: \.name, facts: SchemaDiff.facts)
      + scripts()
  }

  /// What is known of an entry: single facts by what they say, and sets of which each element comes and goes.
  private struct Facts {
    var values: [(what: String, value: String)] = []
    var sets: [(what: String, elements: [String])] = []
  }

  private func compare<Entry>(
    _ subject: NameChange.Subject, _ before: [Entry], _ after: [Entry], name: (Entry) -> String,
    facts: (Entry) -> Facts
  ) -> [NameChange] {
    let old = Dictionary(before.map { (name($0), $0) }, uniquingKeysWith: { first, _ in first })
    let new = Dictionary(after.map { (name($0), $0) }, uniquingKeysWith: { first, _ in first })
    return Set(old.keys).union(new.keys).sorted().compactMap { name in
      switch (old[name], new[name]) {
      case (nil, let entry?): NameChange(subject, .came, name, details: SchemaDiff.description(of: facts(entry)))
      case (let entry?, nil): NameChange(subject, .went, name, details: SchemaDiff.description(of: facts(entry)))
      case (let entry?, let other?): changed(subject, name, facts(entry), facts(other))
      case (nil, nil): nil
      }
    }
  }

  private func changed(_ subject: NameChange.Subject, _ name: String, _ old: Facts, _ new: Facts) -> NameChange? {
    var details: [String] = []
    for (old, new) in zip(old.values, new.values) where old.value != new.value {
      details.append("\(old.what) \(old.value) → \(new.value)")
    }
    for (old, new) in zip(old.sets, new.sets) {
      details += new.elements.filter { !old.elements.contains($0) }.map { "now \(new.what) \($0)" }
      details += old.elements.filter { !new.elements.contains($0) }.map { "no longer \(old.what) \($0)" }
    }
    return details.isEmpty ? nil : NameChange(subject, .changed, name, details: details)
  }

  private static func description(of facts: Facts) -> [String] {
    facts.values.filter { $0.value != "none" }.map { "\($0.what) \($0.value)" }
      + facts.sets.filter { !$0.elements.isEmpty }.map { "\($0.what) \($0.elements.joined(separator: ", "))" }
  }

  private static func facts(_ key: FrozenKey) -> Facts {
    Facts(
      values: [("type", list(key.types)), ("ttl", list(key.ttl.map(\.words)))],
      sets: [("written by", key.writers.map(\.text)), ("read by", key.readers.map(\.text))])
  }

  private static func facts(_ channel: FrozenChannel) -> Facts {
    Facts(sets: [
      ("published by", channel.publishers.map(\.text)), ("subscribed by", channel.subscribers.map(\.text)),
    ])
  }

  private static func facts(_ lock: FrozenLock) -> Facts {
    Facts(
      values: [("ttl", list(lock.ttl.map(\.words))), ("connection", list(lock.connections))],
      sets: [("taken by", lock.users.map(\.text))])
  }

  private static func list(_ names: [String]) -> String { names.isEmpty ? "none" : names.joined(separator: ", ") }

  private func scripts() -> [NameChange] {
    var matching = Matching(before: before.scripts, after: after.scripts)
    matching.pair { [$0.path, $0.sha1] }
    matching.pair(by: \.sha1)
    matching.pair { $0.callers.isEmpty ? nil : [$0.path] + $0.callers.map(\.text) }
    matching.pair(by: \.path)
    let changed = matching.pairs.compactMap { pair -> NameChange? in
      var details: [String] = []
      if pair.before.sha1 != pair.after.sha1 {
        details.append("sha1 \(pair.before.sha1.prefix(12)) → \(pair.after.sha1.prefix(12))")
      }
      if pair.before.path != pair.after.path { details.append("file \(pair.before.path) → \(pair.after.path)") }
      return details.isEmpty ? nil : NameChange(.script, .changed, pair.after.path, details: details)
    }
    let all =
      changed + matching.after.map { NameChange(.script, .came, $0.path, details: details(of: $0)) }
      + matching.before.map { NameChange(.script, .went, $0.path, details: details(of: $0)) }
    return all.sorted {
      ($0.name, $0.kind.rawValue, $0.details.joined()) < ($1.name, $1.kind.rawValue, $1.details.joined())
    }
  }

  private func details(of script: FrozenScript) -> [String] {
    ["sha1 \(script.sha1.prefix(12))"]
      + (script.callers.isEmpty ? [] : ["run by \(script.callers.map(\.text).joined(separator: ", "))"])
  }
}

extension TimeToLive {
  fileprivate var words: String {
    switch self {
    case .seconds: "\(text) s"
    case .unknown: "known at run time"
    }
  }
}
