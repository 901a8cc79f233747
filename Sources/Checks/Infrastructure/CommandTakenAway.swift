package import InventoryModel
import Knowledge

/// A command that a setting renames away, or that no user may send.
package struct CommandTakenAway: Check {
  package static let rule = "command-taken-away"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    let servers = Servers(input.report)
    guard servers.all.contains(where: { !$0.users.isEmpty || $0.setting("rename-command") != nil }) else { return [] }
    return input.report.operations.compactMap { operation in
      guard let command = input.commands[operation.command] else { return nil }
      switch servers.reach(of: operation) {
      case .these(let instances): return finding(at: operation, command, in: instances, all: false)
      case .any(let instances): return finding(at: operation, command, in: instances, all: true)
      }
    }
  }

  /// - Parameter all: whether every server must refuse; a file of settings that no server names speaks for each.
  private func finding(at operation: Operation, _ command: Command, in instances: [Servers.Instance], all: Bool) -> Finding? {
    let refusals = instances.compactMap { instance in
      refusal(of: command, by: instance).map { (instance: instance, what: $0.what, place: $0.place) }
    }
    guard let first = refusals.first else { return nil }
    guard !all || refusals.count == instances.count || first.instance.record.isSheet else { return nil }
    return Finding(
      of: CommandTakenAway.rule, at: operation,
      message: "\(operation.command) is sent here, and \(first.what)",
      notes: [Evidence(place: first.place, what: first.what)])
  }

  private func refusal(of command: Command, by instance: Servers.Instance) -> (what: String, place: SourcePlace)? {
    let name = command.name.split(separator: " ").first.map(String.init) ?? command.name
    for setting in instance.settings where setting.name == "rename-command" {
      let words = setting.value.split(separator: " ").map(String.init)
      guard words.first?.uppercased() == name else { continue }
      let new = words.count > 1 && words[1] != "\"\"" ? " to \(words[1])" : " away"
      return ("the settings of \(instance.shownName) rename \(name)\(new)", setting.place)
    }
    let enabled = instance.users.filter { AccessRules(user: $0).isEnabled }
    let isDefaultOff = instance.users.contains { $0.name == "default" && !AccessRules(user: $0).isEnabled }
    guard let first = enabled.first, isDefaultOff || enabled.contains(where: { $0.name == "default" }),
      enabled.allSatisfy({ AccessRules(user: $0).refuses(command) })
    else { return nil }
    let who = enabled.count == 1 ? "the user \(first.name)" : "no user"
    return ("\(who) of \(instance.shownName) may \(enabled.count == 1 ? "not " : "")send it", first.place)
  }
}
