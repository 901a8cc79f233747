import InventoryModel
import Knowledge

/// How long keys live, and who decides it.
struct ExpiryObserver {
  let facts: RowFacts

  var observations: [Observation] {
    lives + orders + missing
  }

  /// Times to live, one observation for each duration.
  private var lives: [Observation] {
    let expiring = facts.operations.filter(\.setsTTL)
    var result: [Observation] = []
    for (seconds, same) in Dictionary(grouping: expiring.filter { $0.ttlSeconds != nil }, by: { $0.ttlSeconds ?? 0 })
      .sorted(by: { $0.key > $1.key })
    {
      let ttl = RichText(plain: DurationText.of(seconds))
      let renewing = same.filter { renews($0) || !CommandTraits.expireOnly.contains($0.command) }
      for (keys, here) in grouped(renewing) {
        let renewed = here.filter(renews)
        let slots = [
          "keys": keys, "ttl": ttl, "function": RichText(names: facts.functions(of: here)),
          "commands": RichText(names: renewed.flatMap(companions)),
        ]
        result.append(Observation(kind: renewed.isEmpty ? .expires : .renewsExpiry, slots: slots))
      }
      for (keys, here) in grouped(same.filter { operation in !renewing.contains(operation) }) {
        result.append(
          Observation(
            kind: .changesExpiry,
            slots: ["keys": keys, "ttl": ttl, "function": RichText(names: facts.functions(of: here))]))
      }
    }
    let byRun = expiring.filter { $0.ttlSeconds == nil && $0.command != "GETEX" }
    for (text, same) in Dictionary(grouping: byRun, by: ExpiryObserver.shownTTL).sorted(by: { $0.key < $1.key }) {
      for (keys, here) in grouped(same) {
        result.append(
          Observation(
            kind: .expiresByRun,
            slots: [
              "keys": keys, "function": RichText(names: facts.functions(of: here)),
              "commands": RichText(names: here.map(\.command)),
              "ttl": text.isEmpty ? "a time known only at run time" : RichText(code: [text]),
            ]))
      }
    }
    return result
  }

  /// A time to live as written; empty where that says nothing.
  private static func shownTTL(_ operation: Operation) -> String {
    guard let text = operation.ttlText, text.count <= 60, text.contains(where: \.isLetter) else { return "" }
    return text
  }

  /// EXPIRE and the write that it belongs to, where they are two commands.
  private var orders: [Observation] {
    var before: [Operation] = []
    var after: [(Operation, Operation)] = []
    var result: [Observation] = []
    for function in facts.functions {
      for (index, expiry) in function.operations.enumerated() where CommandTraits.expireOnly.contains(expiry.command) {
        let writes = function.operations.enumerated().filter {
          isWrite($0.element, of: expiry) && function.group.share($0.element, expiry)
        }
        let earlier = writes.last { $0.offset < index }?.element
        if let later = writes.first(where: { $0.offset > index })?.element, earlier == nil {
          before.append(expiry)
          result.append(Observation(kind: .expiryBeforeWrite, slots: slots(expiry, later)))
        } else if let earlier, !(expiry.inTransaction && earlier.inTransaction) {
          after.append((earlier, expiry))
        }
      }
    }
    for (write, expiry) in after {
      var slots = slots(write, expiry)
      slots["what"] = RichText(
        plain: write.inPipeline && expiry.inPipeline ? "in one pipeline, not a transaction" : "one after the other")
      result.append(Observation(kind: .expiryAfterWrite, slots: slots))
    }
    return result
  }

  /// Keys that are written and never expire.
  private var missing: [Observation] {
    var forever: [String] = []
    var deleted: [String] = []
    var removers: [Operation] = []
    for key in Set(facts.row.incidences.compactMap(\.key)).sorted() where TemplateText.hasLetters(key) {
      let own = facts.operations.filter { $0.keyTemplates.contains(key) }
      guard own.contains(where: { facts.use.fills($0.command) }) else { continue }
      let everywhere = facts.all.filter { $0.keyTemplates.contains(key) } + facts.reach.operations(on: key)
      if everywhere.contains(where: \.setsTTL) { continue }
      let removing = everywhere.filter {
        CommandTraits.deleting.contains($0.command) || $0.command == "RENAME" || $0.command.hasSuffix("POP")
          || ["GETDEL", "ZREM", "SREM", "HDEL", "LREM", "LMOVE", "RPOPLPUSH", "BRPOPLPUSH", "XTRIM", "LTRIM"].contains(
            $0.command)
      }
      removers += removing
      if removing.isEmpty { forever.append(key) } else { deleted.append(key) }
    }
    var result: [Observation] = []
    if !forever.isEmpty { result.append(Observation(kind: .neverGoes, slots: ["keys": RichText(names: forever)])) }
    if !deleted.isEmpty {
      result.append(
        Observation(
          kind: .deletedOnly,
          slots: ["keys": RichText(names: deleted), "function": RowText.functions(facts.functions(of: removers))]))
    }
    return result
  }

  private func slots(_ first: Operation, _ second: Operation) -> [String: RichText] {
    [
      "keys": RowText.keys(first.keyTemplates), "function": RichText(names: [facts.function(of: first)]),
      "first": RichText(names: [first.command]), "second": RichText(names: [second.command]),
      "what": RichText(plain: first.inPipeline ? "queued" : "sent"),
    ]
  }

  /// Whether a time to live is set beside a write of the same key.
  private func renews(_ expiry: Operation) -> Bool { !companions(expiry).isEmpty }

  private func companions(_ expiry: Operation) -> [String] {
    guard CommandTraits.expireOnly.contains(expiry.command) else { return [] }
    return facts.operations.filter { FunctionKey($0) == FunctionKey(expiry) && isWrite($0, of: expiry) }.map(\.command)
  }

  private func isWrite(_ operation: Operation, of expiry: Operation) -> Bool {
    facts.use.fills(operation.command) && !Set(operation.keyTemplates).isDisjoint(with: expiry.keyTemplates)
      && operation.library == expiry.library
  }

  private func grouped(_ operations: [Operation]) -> [(keys: RichText, operations: [Operation])] {
    let groups = Dictionary(grouping: operations, by: \.keyTemplates)
    return groups.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { (RowText.keys($0), groups[$0] ?? []) }
  }
}

extension Incidence {
  var key: String? { if case .key(let template) = target { template } else { nil } }
  var channel: String? { if case .channel(let template) = target { template } else { nil } }
}

/// Parts of sentences.
enum RowText {
  /// Keys by their templates; those without a letter are told in words.
  static func keys(_ templates: [String]) -> RichText {
    let known = templates.filter(TemplateText.hasLetters)
    if known.isEmpty { return RichText(plain: "keys") }
    return known.count > 4
      ? RichText(code: Array(known.prefix(3))) + RichText(plain: " and \(known.count - 3) more")
      : RichText(names: known)
  }
}
