import InventoryModel
import Knowledge

/// Lists, streams and sorted sets that things are put into and taken from.
struct QueueObserver {
  let facts: RowFacts

  var observations: [Observation] { taking + growth + groups }

  private func have(_ commands: Set<String>) -> [Operation] {
    facts.operations.filter { commands.contains($0.command) }
  }

  private func observation(_ kind: ObservationKind, _ operations: [Operation]) -> Observation {
    Observation(
      kind: kind,
      slots: [
        "commands": RichText(names: operations.map(QueueObserver.spelling)),
        "keys": RowText.keys(unique(operations.flatMap(\.keyTemplates))),
        "function": RowText.functions(facts.functions(of: operations)),
      ])
  }

  /// The command with the option that makes it matter here.
  private static func spelling(_ operation: Operation) -> String {
    let option = operation.options.first { $0 == "MAXLEN" || $0 == "MINID" }
    return option.map { "\(operation.command) \($0)" } ?? operation.command
  }

  private func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  private var taking: [Observation] {
    var result: [Observation] = []
    let moves = have(["LMOVE", "BLMOVE", "RPOPLPUSH", "BRPOPLPUSH"])
    let pops = have(["LPOP", "RPOP", "BLPOP", "BRPOP", "LMPOP", "BLMPOP", "ZPOPMIN", "BZPOPMIN", "ZPOPMAX", "SPOP"])
    if !moves.isEmpty { result.append(observation(.movesToSecondList, moves)) }
    if moves.isEmpty, !pops.isEmpty { result.append(observation(.popLoses, pops)) }
    let blocking = have(["BLPOP", "BRPOP", "BLMOVE", "BRPOPLPUSH", "BZPOPMIN", "BZPOPMAX", "BLMPOP"])
    if !blocking.isEmpty { result.append(observation(.blocksConnection, blocking)) }
    return result
  }

  private var growth: [Observation] {
    let adds = have(["RPUSH", "LPUSH", "XADD"])
    guard !adds.isEmpty else { return [] }
    let keys = Set(adds.flatMap(\.keyTemplates))
    let everywhere = facts.all.filter { !keys.isDisjoint(with: $0.keyTemplates) }
    let trims = everywhere.filter {
      ["LTRIM", "XTRIM"].contains($0.command) || $0.options.contains { $0 == "MAXLEN" || $0 == "MINID" }
    }
    if !trims.isEmpty { return [observation(.trims, trims)] }
    let ends = everywhere.contains {
      $0.setsTTL || CommandTraits.deleting.contains($0.command)
        || ["LPOP", "RPOP", "BLPOP", "BRPOP", "LREM", "LMOVE", "BLMOVE", "RPOPLPUSH", "BRPOPLPUSH", "XDEL", "RENAME"]
          .contains($0.command)
    }
    return ends ? [] : [observation(.grows, adds)]
  }

  private var groups: [Observation] {
    let reads = have(["XREADGROUP"])
    guard !reads.isEmpty else { return [] }
    let acknowledges = facts.all.filter { $0.command == "XACK" }
    let claims = have(["XCLAIM", "XAUTOCLAIM"])
    return [
      acknowledges.isEmpty
        ? observation(.groupNeverAcknowledges, reads) : observation(.groupAcknowledges, acknowledges),
      claims.isEmpty ? observation(.groupNeverClaims, reads) : observation(.groupClaims, claims),
    ]
  }
}
