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
    ClientSettings(client).commands.compactMap { use($0.command, $0.argument, client, judge) }
  }

  private func use(_ command: String, _ argument: String, _ client: ClientRecord, _ judge: Judge) -> TargetUse? {
    var operation = operation(command, client)
    operation.arguments = [argument]
    return judge.judge(
      CommandUse(operation: operation, command: command, via: "the client's settings"))
  }

  /// One note a library for a greeting that is refused, after which it goes on; more where it does not.
  private func greetings(_ judge: Judge) -> [TargetUse] {
    var seen: Set<String> = []
    return clients.filter { $0.context == .production && seen.insert($0.library).inserted }.flatMap { client in
      let habit = habits[client.library] ?? LibraryHabits()
      let notes = habit.connects.compactMap { command -> TargetUse? in
        guard var use = greeting(command, client, judge) else { return nil }
        use.effect = .notes
        return use
      }
      return notes
        + habit.needs.sorted { $0.key < $1.key }.compactMap { command, way -> TargetUse? in
          guard var use = greeting(command, client, judge) else { return nil }
          (use.wayOut, use.staysOnTarget) = (way, true)
          return use
        }
    }
  }

  /// What a target does with a command that opens a connection, where that is more than a note.
  private func greeting(_ command: String, _ client: ClientRecord, _ judge: Judge) -> TargetUse? {
    let use = judge.judge(
      CommandUse(operation: operation(command, client), command: command, via: "\(client.library) when it connects"))
    return use.flatMap { $0.effect >= .limits ? $0 : nil }
  }

  private func operation(_ command: String, _ client: ClientRecord) -> Operation {
    // The language matters to nothing that is asked here.
    Operation(
      place: client.place, command: command, library: client.library, role: client.role, language: .python,
      context: client.context)
  }
}
