import InventoryModel
import Knowledge

/// Walks over the keyspace, claims by RENAME, and loops of round trips.
struct WalkObserver {
  let facts: RowFacts

  var observations: [Observation] { walks + claims + loops }

  private var walks: [Observation] {
    [("SCAN", ObservationKind.walksKeys), ("KEYS", .keysCommand)].compactMap { command, kind in
      let operations = facts.operations.filter { $0.command == command }
      guard !operations.isEmpty else { return nil }
      return Observation(
        kind: kind,
        slots: [
          "keys": RowText.keys(operations.flatMap(\.keyTemplates)),
          "function": RichText(names: facts.functions(of: operations)),
        ])
    }
  }

  private var claims: [Observation] {
    let renames = facts.operations.filter { $0.command == "RENAME" || $0.command == "RENAMENX" }
    guard let rename = renames.first else { return [] }
    var slots = [
      "function": RichText(names: facts.functions(of: renames)), "commands": RichText(names: renames.map(\.command)),
      "keys": claimed(rename),
      "other": RichText(names: rename.keyTemplates.dropFirst().prefix(1)),
    ]
    var result = [Observation(kind: .claimsByRename, slots: slots)]
    let target = rename.keyTemplates.dropFirst().first ?? "{}"
    let walked = facts.operations.filter { CommandTraits.walking.contains($0.command) }
    if let walk = walked.first, let pattern = walk.keyTemplates.first, let source = rename.keyTemplates.first,
      TemplateText.covers(pattern, source, target)
    {
      slots["what"] = RichText(names: [pattern])
      slots["function"] = RichText(names: [facts.function(of: walk)])
      result.append(Observation(kind: .claimedKeysFound, slots: slots))
    }
    let deletes = facts.operations.filter { CommandTraits.deleting.contains($0.command) }
    if !deletes.isEmpty {
      slots["function"] = RichText(names: facts.functions(of: deletes))
      result.append(Observation(kind: .deletesClaimed, slots: slots))
    }
    return result
  }

  /// The keys that are renamed: those that the same code looks for, where they have no name of their own.
  private func claimed(_ rename: Operation) -> RichText {
    guard let key = rename.keyTemplates.first, !TemplateText.hasLetters(key) else {
      return RichText(names: rename.keyTemplates.prefix(1))
    }
    let pattern = facts.operations.first { CommandTraits.walking.contains($0.command) }?.keyTemplates.first
    return pattern.map { RichText(plain: "a key of ") + RichText(names: [$0]) } ?? "a key"
  }

  private var loops: [Observation] {
    let operations = facts.operations.filter {
      $0.inLoop && !$0.inPipeline && !$0.isInScript && !$0.command.hasSuffix("*")
        && !["SCAN", "HSCAN", "SSCAN", "ZSCAN", "PING", "XREADGROUP", "XREAD", "BLPOP", "BRPOP"].contains($0.command)
    }
    return facts.functions.compactMap { function in
      let here = function.operations.filter(operations.contains)
      guard !here.isEmpty else { return nil }
      return Observation(
        kind: .loopRoundTrips,
        slots: ["function": RichText(names: [function.name]), "commands": RichText(names: here.map(\.command))])
    }
  }
}

extension TemplateText {
  /// Whether keys of a claimed form are found again by the pattern that the unclaimed ones are found by: when the claimed
  /// form only adds to them, and the pattern ends in a star.
  static func covers(_ pattern: String, _ source: String, _ target: String) -> Bool {
    pattern.hasSuffix("*") && target.hasPrefix(source) && target != source
  }
}
