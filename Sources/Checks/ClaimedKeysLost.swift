package import InventoryModel
import Knowledge

/// Keys that are claimed by renaming or moving, and that nothing looks for after a crash.
package struct ClaimedKeysLost: Check {
  package static let rule = "claimed-keys-lost"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    let index = input.index
    let reads = input.report.operations.filter {
      $0.context != .test && ($0.searchesKeys || $0.isMove || input.commands.reads($0) || $0.popsElement)
    }
    return index.groups.filter { !$0.isScript }.flatMap { group in
      group.operations.compactMap { claim in
        guard claim.isClaim, let target = claim.claimTarget, KeyTemplate.isTelling(target),
          isWorkedOn(claim, target: target, in: group, input), !isFoundAgain(target, after: claim, reads)
        else { return nil }
        return Finding(
          of: Self.rule, at: claim,
          message:
            "\(claim.command) claims \(claim.claimSource ?? "a key") as \(target), and nothing in the scanned code "
            + "looks for such keys again: what is claimed when the process dies is lost",
          subject: "\(claim.command) \(target)")
      }
    }
  }

  /// Whether the claimed key is then read and deleted, or its elements are: a rename that publishes a new key is no claim.
  private func isWorkedOn(_ claim: Operation, target: String, in group: OperationGroup, _ input: CheckInput) -> Bool {
    if claim.isMove { return true }
    let later = group.operations.filter { $0.place > claim.place && $0.keyTemplates.contains(target) }
    return later.contains { input.commands.reads($0) }
      && input.report.operations.contains { $0.deletesKey && $0.context != .test }
  }

  /// Whether a search, or a read of another function, comes by the claimed key.
  private func isFoundAgain(_ target: String, after claim: Operation, _ reads: [Operation]) -> Bool {
    reads.contains { read in
      let isElsewhere = read.functionNumber != claim.functionNumber || read.place < claim.place
      if read.searchesKeys { return read.keyTemplates.isEmpty || read.keyTemplates.contains { meets($0, target) } }
      guard isElsewhere, read.place != claim.place else { return false }
      let sources = read.isMove ? Array(read.keyTemplates.prefix(1)) : read.keyTemplates
      return sources.contains { !KeyTemplate.isTelling($0) ? claim.isMove : meets($0, target) }
    }
  }

  private func meets(_ pattern: String, _ target: String) -> Bool { KeyTemplate.canMatch(pattern, target) }
}

extension CommandTable {
  /// Whether a command only reads.
  func reads(_ operation: Operation) -> Bool { self[operation.command]?.flags.contains("readonly") == true }

  /// Whether a command writes.
  func writes(_ operation: Operation) -> Bool { self[operation.command]?.flags.contains("write") == true }
}

extension Operation {
  var searchesKeys: Bool { ["SCAN", "KEYS"].contains(command) }

  /// Moves one element from a list to another.
  var isMove: Bool { ["RPOPLPUSH", "BRPOPLPUSH", "LMOVE", "BLMOVE"].contains(command) }

  var popsElement: Bool {
    ["LPOP", "RPOP", "BLPOP", "BRPOP", "SPOP", "ZPOPMIN", "ZPOPMAX", "BZPOPMIN", "BZPOPMAX"].contains(command)
  }

  var isRename: Bool { command == "RENAME" || command == "RENAMENX" }

  var isClaim: Bool { isRename || isMove }

  /// What a claim makes of a key.
  var claimTarget: String? { keyTemplates.count > 1 ? keyTemplates.last : arguments.count > 1 ? arguments[1] : nil }

  var claimSource: String? { keyTemplates.first }
}
