package import InventoryModel

/// A read of everything that a growing key holds.
package struct UnboundedRead: Check {
  package static let rule = "unbounded-read"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    let operations = input.report.operations.filter { $0.context == .production }
    return operations.compactMap { read in
      guard let kind = read.readsAll, let key = read.key, KeyTemplate.isTelling(key), !key.contains("{}"),
        let growth = operations.first(where: { $0.grows(kind) && $0.keyTemplates.contains(key) }),
        !operations.contains(where: {
          $0.trims(kind) && ($0.keyTemplates.contains(key) || !KeyTemplate.isTelling($0.key ?? ""))
        }),
        !(kind == .hash && operations.contains { $0.namesField && $0.keyTemplates.contains(key) }),
        !operations.contains(where: { $0.drains(read, key) })
      else { return nil }
      return Finding(
        of: Self.rule, at: read,
        message: "\(read.command) fetches all of \(key), one key that grows with the data and that nothing trims: "
          + "read it in pages",
        notes: [Evidence(place: growth.place, what: "\(growth.command) lets it grow")])
    }
  }
}

extension Operation {
  fileprivate enum Kind { case hash, list, set, sortedSet }

  /// The type of key whose whole content it fetches.
  fileprivate var readsAll: Kind? {
    switch command {
    case "HGETALL", "HKEYS", "HVALS": .hash
    case "SMEMBERS": .set
    case "LRANGE" where isWholeRange: .list
    case "ZRANGE" where isWholeRange: .sortedSet
    case "ZREVRANGE" where isWholeRange: .sortedSet
    default: nil
    }
  }

  private var isWholeRange: Bool { arguments.count >= 3 && arguments[1] == "0" && arguments[2] == "-1" }

  /// Adds something that the source does not name, so that there is no saying how much it becomes.
  fileprivate func grows(_ kind: Kind) -> Bool {
    let commands: Set<String> =
      switch kind {
      case .hash: ["HSET", "HSETNX", "HINCRBY", "HINCRBYFLOAT", "HMSET"]
      case .list: ["RPUSH", "LPUSH"]
      case .set: ["SADD"]
      case .sortedSet: ["ZADD", "ZINCRBY"]
      }
    guard commands.contains(command) else { return false }
    return kind != .hash || arguments.count > 1 && !namesField
  }

  /// Writes a field of a hash that the source names: the hash is a record, whoever else copies fields into it.
  fileprivate var namesField: Bool {
    ["HSET", "HSETNX", "HINCRBY", "HINCRBYFLOAT", "HMSET"].contains(command) && arguments.count > 1
      && arguments[1]?.contains("{}") == false
  }

  /// Deletes or renames in the same function what was read, so that the next one begins with nothing.
  fileprivate func drains(_ read: Operation, _ key: String) -> Bool {
    (deletesKey || isRename) && functionNumber == read.functionNumber && keyTemplates.contains(key)
  }

  fileprivate func trims(_ kind: Kind) -> Bool {
    switch kind {
    case .hash: ["HDEL", "HEXPIRE"].contains(command)
    case .list: ["LTRIM", "LPOP", "RPOP", "BLPOP", "BRPOP", "LREM"].contains(command)
    case .set: ["SREM", "SPOP"].contains(command)
    case .sortedSet: command.hasPrefix("ZREM") || command.hasPrefix("ZPOP") || command.hasPrefix("BZPOP")
    }
  }
}
