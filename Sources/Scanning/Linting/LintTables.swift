import Knowledge

/// What is known of rules before any code is read.
struct LintTables: Sendable {
  let catalog: RuleCatalog
  let events: KeyspaceEvents
  /// What client libraries send by themselves, by their name in reports.
  let habits: [String: LibraryHabits]
  /// Facts of locks, by library.
  let lockHabits: [String: LockHabits]

  init(commands: CommandTable, additional tables: [TableFile]) throws {
    catalog = try RuleCatalog.load(commands: commands, additional: tables)
    events = try KeyspaceEvents.standard()
    habits = try TargetLibrary(commands: commands, additional: tables).habits()
    lockHabits = try LockHabits.load(additional: tables)
  }
}
