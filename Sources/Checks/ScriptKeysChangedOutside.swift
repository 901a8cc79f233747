package import InventoryModel
import Knowledge

/// Keys that a script changes in one step, and other code in two.
package struct ScriptKeysChangedOutside: Check {
  package static let rule = "script-keys-changed-outside"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    let index = input.index
    let scripted = input.report.operations.filter {
      $0.isInScript && $0.context != .test && input.commands.writes($0) && !$0.deletesKey && !$0.expiresKey
    }
    guard !scripted.isEmpty else { return [] }
    return index.groups.filter { !$0.isScript }.flatMap { group in
      group.operations.compactMap { write in
        guard write.overwrites, let key = write.key, KeyTemplate.isTelling(key), write.keyTemplates.count == 1,
          let read = group.operations.last(where: {
            $0.readsValue && $0.place < write.place && $0.isOnSameKey(as: write) && group.share($0, write)
          }), !group.operations.contains(where: { $0.command == "WATCH" && $0.place < write.place }),
          let inside = scripted.first(where: { $0.group == write.group && $0.keyTemplates.contains(key) })
        else { return nil }
        return Finding(
          of: Self.rule, at: write,
          message:
            "\(read.command) and then \(write.command) change \(key) in two steps, which a script changes in one: "
            + "what the script writes in between is lost",
          notes: [
            Evidence(place: read.place, what: "\(read.command) reads it"),
            Evidence(place: inside.place, what: "\(inside.command) in the script"),
          ])
      }
    }
  }
}

extension Operation {
  /// Puts a value in the place of another, whatever that was.
  fileprivate var overwrites: Bool {
    ["SET", "SETEX", "PSETEX", "HSET", "HMSET"].contains(command) && !options.contains("NX")
  }

  fileprivate var readsValue: Bool { ["GET", "HGET", "HGETALL", "HMGET"].contains(command) }
}
