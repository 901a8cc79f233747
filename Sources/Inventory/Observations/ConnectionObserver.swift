import InventoryModel
import Knowledge

/// Connections: which of several, whether they answer, and what happens when they do not.
struct ConnectionObserver {
  let facts: RowFacts

  var observations: [Observation] { split + checks + settings }

  private var split: [Observation] {
    guard facts.row.definition.forms.contains(where: { $0.relation == .readsAndWritesApart }),
      let split = RelationFinder(use: facts.use).split(facts.operations)
    else { return [] }
    return [
      Observation(
        kind: .readsElsewhere,
        slots: ["first": RichText(names: [split.reading]), "second": RichText(names: [split.writing])])
    ]
  }

  private var checks: [Observation] {
    var result: [Observation] = []
    let pings = facts.operations.filter { $0.command == "PING" }
    if !pings.isEmpty {
      result.append(
        Observation(kind: .checksConnection, slots: ["function": RichText(names: facts.functions(of: pings))]))
      let probed = facts.functions.filter { function in function.operations.contains { $0.command == "PING" } }
        .flatMap(\.operations).filter { facts.use.fills($0.command) && !$0.keyTemplates.isEmpty }
      if !probed.isEmpty {
        result.append(
          Observation(
            kind: .probesWrite,
            slots: [
              "keys": RichText(names: probed.flatMap(\.keyTemplates)),
              "function": RichText(names: facts.functions(of: probed)),
              "what": RichText(plain: probed.contains(where: \.setsTTL) ? "" : ", without a time to live"),
            ]))
      }
    }
    return result
  }

  private var settings: [Observation] {
    let set = facts.operations.filter { $0.command == "CONFIG SET" }
    var result: [Observation] = []
    if !set.isEmpty {
      let names = set.compactMap { $0.arguments.first ?? nil }
      result.append(
        Observation(
          kind: .serverSettings,
          slots: [
            "what": names.isEmpty ? RichText(plain: "a setting") : RichText(names: names),
            "function": RichText(names: facts.functions(of: set)),
          ]))
    }
    let dangerous = facts.operations.filter {
      ["FLUSHALL", "FLUSHDB", "SHUTDOWN", "DEBUG", "SWAPDB"].contains($0.command)
    }
    if !dangerous.isEmpty {
      result.append(
        Observation(
          kind: .dangerous,
          slots: [
            "commands": RichText(names: dangerous.map(\.command)),
            "function": RichText(names: facts.functions(of: dangerous)),
          ]))
    }
    return result
  }
}

extension RowText {
  /// Names of functions; a few of many.
  static func functions(_ names: [String]) -> RichText {
    var seen: Set<String> = []
    let names = names.filter { seen.insert($0).inserted }
    return names.count > 5
      ? RichText(code: Array(names.prefix(4))) + RichText(plain: " and \(names.count - 4) more") : RichText(code: names)
  }
}
