package import InventoryModel

/// EXPIRE before the command that makes the key: on a new key it does nothing.
package struct ExpireBeforeCreate: Check {
  package static let rule = "expire-before-create"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    input.index.groups.flatMap { group in
      group.operations.enumerated().compactMap { number, expiry in
        guard expiry.expiresKey, let creation = creation(after: number, in: group) else { return nil }
        let loses = creation.setsString
        return Finding(
          of: Self.rule, at: expiry,
          message: "\(expiry.command) \(expiry.shownKey) stands before the \(creation.command) that makes the key: "
            + (loses
              ? "\(creation.command) takes the time to live away again" : "on a key that is not there it does nothing"),
          notes: [Evidence(place: creation.place, what: "\(creation.command) makes the key")])
      }
    }
  }

  /// The first command after an EXPIRE that makes its key, when nothing before shows that the key is there.
  private func creation(after number: Int, in group: OperationGroup) -> Operation? {
    let expiry = group.operations[number]
    guard !group.operations[..<number].contains(where: { $0.isOnSameKey(as: expiry) }) else { return nil }
    let later = group.operations[(number + 1)...].filter { $0.isOnSameKey(as: expiry) }
    guard let creation = later.first, creation.makesKey, creation.pipeline == expiry.pipeline,
      group.share(expiry, creation), group.isUnconditional(expiry, after: creation)
    else { return nil }
    return later.contains { $0.expiresKey } ? nil : creation
  }
}

extension Operation {
  /// Makes its key where there is none, and leaves a time to live to others.
  fileprivate var makesKey: Bool { Self.makers.contains(command) && !setsTTL && !options.contains("XX") }

  private static let makers: Set<String> = [
    "RPUSH", "LPUSH", "SADD", "ZADD", "ZINCRBY", "HSET", "HMSET", "HSETNX", "HINCRBY", "HINCRBYFLOAT", "INCR", "INCRBY",
    "INCRBYFLOAT", "DECR", "DECRBY", "APPEND", "SETNX", "SET", "GETSET", "XADD", "PFADD", "SETBIT", "SETRANGE",
    "GEOADD",
  ]
}
