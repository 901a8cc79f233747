package import InventoryModel
package import Knowledge

/// Finds the least privilege that the code needs, for each connection.
package struct AccessRules {
  private let commands: CommandTable
  private let habits: [String: LibraryHabits]
  private let options: [OptionFact]

  /// - Parameter library: where options and the habits of client libraries come from.
  package init(commands: CommandTable, library: TargetLibrary) throws(KnowledgeError) {
    self.commands = commands
    habits = try library.habits()
    options = try library.options()
  }

  /// The users that production code needs.
  ///
  /// - Parameter target: the server that the rules are for; what it has not got, its rules must not name.
  package func report(on scan: ScanReport, for target: TargetStack? = nil) -> AccessReport {
    let judge = target.map { Judge($0, commands: commands, options: [], waysOut: WaysOut()) }
    var production = scan
    production.operations = scan.operations.filter { $0.context == .production }
    let expansion = UseExpansion(production, commands: commands, habits: habits)
    let users = ConnectionGroups(production).groups.map { group in
      var builder = AccessUserBuilder(
        commands: commands, habits: habits, target: judge, dialect: AccessDialect(target, options: options))
      for operation in group.operations {
        builder.add(operation)
        for use in expansion.uses(of: operation) { builder.add(use) }
      }
      for client in group.clients { builder.addGreeting(of: client) }
      return builder.user(name: group.name, connections: group.connections)
    }
    return AccessReport(
      toolVersion: scan.toolVersion, root: scan.root, users: users.sorted { $0.name < $1.name },
      unresolvedCount: scan.unresolved.count)
  }
}
