import InventoryModel
import Knowledge

/// What client libraries send when they connect, and what the settings of clients ask for.
struct ConnectionHabits {
  private let habits: [String: LibraryHabits]
  private let clients: [ClientRecord]

  init(_ habits: [String: LibraryHabits], _ report: ScanReport) {
    self.habits = habits
    clients = report.clients
  }

  /// What a target does with it.
  func uses(_ judge: Judge) -> [TargetUse] {
    clients.flatMap { client in settingUses(of: client, judge) } + greetings(judge)
  }

  /// The protocol and the database that a client asks for.
  private func settingUses(of client: ClientRecord, _ judge: Judge) -> [TargetUse] {
    client.settings.compactMap { setting in
      guard let label = setting.label?.lowercased(), let value = setting.value else { return nil }
      switch label {
      case "protocol" where value == "3": return use("HELLO", "3", client, judge)
      case "db" where Int(value).map({ $0 > 0 }) == true: return use("SELECT", value, client, judge)
      default: return nil
      }
    }
  }

  private func use(_ command: String, _ argument: String, _ client: ClientRecord, _ judge: Judge) -> TargetUse? {
    var operation = operation(command, client)
    operation.arguments = [argument]
    return judge.judge(
      CommandUse(operation: operation, command: command, via: "the client's settings"))
  }

  /// One note a library: its greeting is refused, and it goes on.
  private func greetings(_ judge: Judge) -> [TargetUse] {
    var seen: Set<String> = []
    return clients.filter { $0.context == .production && seen.insert($0.library).inserted }.flatMap { client in
      (habits[client.library]?.connects ?? []).compactMap { command -> TargetUse? in
        let greeting = CommandUse(
          operation: operation(command, client), command: command, via: "\(client.library) when it connects")
        guard var use = judge.judge(greeting), use.effect >= .limits else { return nil }
        use.effect = .notes
        return use
      }
    }
  }

  private func operation(_ command: String, _ client: ClientRecord) -> Operation {
    // The language matters to nothing that is asked here.
    Operation(
      place: client.place, command: command, library: client.library, role: client.role, language: .python,
      context: client.context)
  }
}
