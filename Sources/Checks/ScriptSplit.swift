package import InventoryModel
import Knowledge

/// What a script does in one step, done command by command elsewhere.
package struct ScriptSplit: Check {
  package static let rule = "script-split-into-commands"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    let scripts = input.index.groups.filter(\.isScript).compactMap { Script($0, input.commands) }
    guard !scripts.isEmpty else { return [] }
    return input.index.groups.filter { !$0.isScript && $0.node?.language != .lua }.compactMap { group in
      for script in scripts {
        let steps = script.steps(in: group, input)
        if let first = steps.first { return finding(at: first, of: steps, script) }
      }
      return nil
    }
  }

  /// A script whose keys are known well enough to find them elsewhere.
  private struct Script {
    let place: SourcePlace
    /// Commands with the keys that they work on.
    let uses: Set<Use>
    let writes: Set<Use>

    struct Use: Hashable {
      let command: String
      let key: String

      /// Commands that do the same to a key are one: libraries send INCRBY for `incr`.
      init(_ operation: Operation, key: String) {
        command = Use.families[operation.command] ?? operation.command
        self.key = key
      }

      private static let families = [
        "INCRBY": "INCR", "INCRBYFLOAT": "INCR", "DECRBY": "DECR", "SETEX": "SET", "PSETEX": "SET", "HMSET": "HSET",
        "PEXPIRE": "EXPIRE", "EXPIREAT": "EXPIRE", "PEXPIREAT": "EXPIRE", "UNLINK": "DEL", "HINCRBYFLOAT": "HINCRBY",
      ]
    }

    init?(_ group: OperationGroup, _ commands: CommandTable) {
      guard let first = group.operations.first, first.context == .production else { return nil }
      let writing = group.operations.filter { commands.writes($0) }
      guard !writing.isEmpty, writing.allSatisfy({ $0.keyTemplates.contains(where: KeyTemplate.isTelling) }) else {
        return nil
      }
      place = first.place
      uses = Script.uses(of: group.operations)
      writes = Script.uses(of: writing)
      guard uses.count > 1 else { return nil }
    }

    private static func uses(of operations: [Operation]) -> Set<Use> {
      Set(
        operations.flatMap { operation in
          operation.keyTemplates.filter(KeyTemplate.isTelling).map { Use(operation, key: $0) }
        })
    }

    /// The operations of a function that do all that the script writes, and in more than one step; none where
    /// something makes one step of them.
    func steps(in group: OperationGroup, _ input: CheckInput) -> [Operation] {
      let own = group.operations.filter { operation in
        let isQueued = operation.inPipeline && input.habits[operation.library]?.pipelinesAreTransactions == true
        return operation.context == .production && !operation.inTransaction && !isQueued
          && operation.keyTemplates.count == 1
          && uses.contains(Use(operation, key: operation.key ?? ""))
      }
      let done = Set(own.map { Use($0, key: $0.key ?? "") })
      guard done.count > 1, writes.isSubset(of: done), let last = own.last, own.allSatisfy({ group.share($0, last) }),
        !input.locks.isGuarded(last.place, in: group)
      else { return [] }
      return own
    }
  }

  private func finding(at first: Operation, of steps: [Operation], _ script: Script) -> Finding {
    var names: [String] = []
    for step in steps where !names.contains(step.command) { names.append(step.command) }
    return Finding(
      of: Self.rule, at: first,
      message:
        "\(names.joined(separator: ", ")) on \(first.shownKey) are steps of their own here, which a script makes "
        + "one of: others come between, and a crash leaves half",
      subject: names.joined(separator: " ") + " " + (first.key ?? ""),
      notes: steps.dropFirst().map { Evidence(place: $0.place, what: $0.command) }
        + [Evidence(place: script.place, what: "the script")])
  }
}
