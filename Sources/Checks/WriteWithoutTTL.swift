package import InventoryModel

/// SET without a time to live, on a key to which others give one.
package struct WriteWithoutTTL: Check {
  package static let rule = "write-without-ttl"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    let index = input.index
    let limited = input.report.operations.filter {
      $0.context == .production && !$0.isInScript && $0.setsString && $0.setsTTL && $0.keyTemplates.count == 1
    }
    return index.groups.flatMap { group in
      group.operations.enumerated().compactMap { number, write in
        guard !group.isScript, write.command == "SET" || write.command == "GETSET", !write.setsTTL,
          write.keyTemplates.count == 1,
          Set(write.options).isDisjoint(with: ["KEEPTTL", "XX", "NX"]), let key = write.key, KeyTemplate.isTelling(key),
          !key.hasPrefix("{}"),
          let other = limited.first(where: { $0.key == key && $0.functionNumber != write.functionNumber }),
          !group.operations[(number + 1)...].contains(where: { $0.expiresKey && $0.isOnSameKey(as: write) }),
          !(group.node?.context == .test)
        else { return nil }
        return Finding(
          of: Self.rule, at: write,
          message: "\(write.command) \(key) sets no time to live and takes away one that is there; "
            + "another \(other.command) of that key sets one",
          notes: [Evidence(place: other.place, what: "\(other.command) with a time to live")])
      }
    }
  }
}
