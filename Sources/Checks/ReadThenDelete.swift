package import InventoryModel
import Knowledge

/// What is read and then deleted, while others write to it.
package struct ReadThenDelete: Check {
  package static let rule = "read-then-delete"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    let index = input.index
    let unclaimed = UnclaimedWork(index: index, locks: input.locks)
    return unclaimed.resumedClaims() + unclaimed.sharedMessages() + readAndDeleted(index, input)
  }

  private func readAndDeleted(_ index: ReportIndex, _ input: CheckInput) -> [Finding] {
    let additions = input.report.operations.filter { $0.context != .test && $0.adds }
    return index.groups.filter { !$0.isScript }.flatMap { group in
      group.operations.compactMap { deletion in
        guard deletion.deletesKey, !cleansUp(deletion), let read = read(before: deletion, in: group),
          !deletesMore(deletion, after: read, in: group), !isSafe(deletion, read, in: group, input.locks),
          let addition = additions.first(where: { isOnSameKey($0, deletion, read) })
        else { return nil }
        return Finding(
          of: Self.rule, at: deletion,
          message:
            "\(deletion.command) \(deletion.shownKey) takes away what was written after the \(read.command) before it; "
            + "claim it with RENAME first, or do both in MULTI",
          notes: [
            Evidence(place: read.place, what: "\(read.command) reads it"),
            Evidence(place: addition.place, what: "\(addition.command) writes to it"),
          ])
      }
    }
  }

  /// A function that is there to delete looks at what it deletes only to be thorough.
  private func cleansUp(_ deletion: Operation) -> Bool {
    let name = deletion.function?.split(separator: ".").last.map(String.init)
    return Words.has(
      name,
      [
        "destroy", "delete", "del", "remove", "clear", "clean", "cleanup", "purge", "obliterate", "reset", "invalidate",
        "revoke", "evict", "reindex", "expire", "drop", "forget",
      ])
  }

  /// Whether what was read names other things that go with it: the members of an index.
  private func deletesMore(_ deletion: Operation, after read: Operation, in group: OperationGroup) -> Bool {
    group.operations.contains {
      ["DEL", "UNLINK", "ZREM", "SREM", "HDEL"].contains($0.command) && $0.place != deletion.place
        && $0.place > read.place && $0.place < deletion.place && !$0.isOnSameKey(as: deletion)
    }
  }

  private func read(before deletion: Operation, in group: OperationGroup) -> Operation? {
    group.operations.last {
      $0.readsWhole && $0.place < deletion.place && $0.isOnSameKey(as: deletion)
        && group.isUnconditional(deletion, after: $0) && group.share($0, deletion)
    }
  }

  /// One pipeline, which most libraries send as a transaction, a lock, a watch or an earlier claim keep others out.
  private func isSafe(_ deletion: Operation, _ read: Operation, in group: OperationGroup, _ locks: LockUse) -> Bool {
    if let pipeline = deletion.pipeline, pipeline == read.pipeline { return true }
    return group.operations.contains { $0.place < deletion.place && $0.isClaim }
      || locks.isGuarded(deletion.place, in: group)
  }

  private func isOnSameKey(_ addition: Operation, _ deletion: Operation, _ read: Operation) -> Bool {
    guard addition.group == read.group else { return false }
    guard let key = deletion.key ?? read.key, KeyTemplate.isTelling(key) else {
      return addition.place.path == deletion.place.path && addition.keyTemplates.contains { $0 == deletion.key }
    }
    return addition.keyTemplates.contains { KeyTemplate.isTelling($0) && KeyTemplate.canMatch($0, key, isStrict: true) }
  }
}

extension Operation {
  /// Reads all that a key holds of many writers.
  fileprivate var readsWhole: Bool {
    ["HGETALL", "LRANGE", "SMEMBERS", "ZRANGE", "HVALS", "HKEYS", "ZRANGEBYSCORE"].contains(command)
  }

  /// Adds to what a key holds.
  fileprivate var adds: Bool {
    ["RPUSH", "LPUSH", "SADD", "ZADD", "ZINCRBY", "HSET", "HMSET", "HINCRBY", "HINCRBYFLOAT", "HSETNX"].contains(
      command)
  }
}
