package import InventoryModel
import Knowledge

/// A command that no user who can log in may send.
package struct CommandDeniedByACL: Check {
  package static let rule = "command-denied-by-acl"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    let servers = input.servers
    guard servers.all.contains(where: { !$0.users.isEmpty }) else { return [] }
    return input.report.operations.compactMap { operation in
      guard let command = input.commands[operation.command] else { return nil }
      let (instances, mustBeAll) =
        switch servers.reach(of: operation) {
        case .these(let instances): (instances, false)
        case .any(let instances): (instances, true)
        }
      let refusals = instances.compactMap { refusal(of: command, by: $0) }
      // A list of users that no server names speaks for each.
      guard let first = refusals.first, !mustBeAll || refusals.count == instances.count || first.isSheet else {
        return nil
      }
      return Finding(
        of: Self.rule, at: operation, message: "\(operation.command) is sent here, and \(first.what)",
        notes: [Evidence(place: first.place, what: first.what)])
    }
  }

  private struct Refusal {
    let what: String
    let place: SourcePlace
    let isSheet: Bool
  }

  private func refusal(of command: Command, by instance: Servers.Instance) -> Refusal? {
    let enabled = instance.users.filter { AccessRules(user: $0).isEnabled }
    // The default user may do everything unless the list says otherwise.
    guard let first = enabled.first, instance.users.contains(where: { $0.name == "default" }),
      enabled.allSatisfy({ AccessRules(user: $0).refuses(command) })
    else { return nil }
    let who =
      enabled.count == 1
      ? "the user \(first.name) of \(instance.shownName) may not" : "no user of \(instance.shownName) may"
    return Refusal(what: "\(who) send it", place: first.place, isSheet: instance.record.isSheet)
  }
}
