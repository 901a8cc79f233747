package import Freeze
package import InventoryModel
package import Knowledge

/// All that a check may look at.
package struct CheckInput: Sendable {
  package let report: ScanReport
  package let commands: CommandTable
  package let keyspaceEvents: KeyspaceEvents
  package let infrastructure: InfrastructureVocabulary
  /// What client libraries send by themselves, by their name in reports.
  package let habits: [String: LibraryHabits]

  /// How the code departs from the frozen key schema; empty where nothing is frozen.
  package let schemaChanges: [SchemaChange]

  /// Made once, for all checks.
  let index: ReportIndex
  let locks: LockUse
  let handlers: Handlers
  let channels: Channels
  let servers: Servers
  let events: EventIndex

  package init(
    report: ScanReport, commands: CommandTable, events: KeyspaceEvents,
    infrastructure: InfrastructureVocabulary = InfrastructureVocabulary(), habits: [String: LibraryHabits] = [:],
    lockHabits: [String: LockHabits] = [:], schemaChanges: [SchemaChange] = []
  ) {
    self.report = report
    self.commands = commands
    keyspaceEvents = events
    self.infrastructure = infrastructure
    self.habits = habits
    self.schemaChanges = schemaChanges
    index = ReportIndex(report)
    locks = LockUse(index: index, habits: lockHabits)
    handlers = Handlers(index: index)
    channels = Channels(report)
    servers = Servers(report)
    self.events = EventIndex(index)
  }
}
