package import Freeze
package import InventoryModel
package import Knowledge

/// All that a check may look at.
package struct CheckInput: Sendable {
  package let report: ScanReport
  package let commands: CommandTable
  package let events: KeyspaceEvents
  package let infrastructure: InfrastructureVocabulary

  /// How the code departs from the frozen key schema; empty where nothing is frozen.
  package let schemaChanges: [SchemaChange]

  package init(
    report: ScanReport, commands: CommandTable, events: KeyspaceEvents,
    infrastructure: InfrastructureVocabulary = InfrastructureVocabulary(), schemaChanges: [SchemaChange] = []
  ) {
    self.report = report
    self.commands = commands
    self.events = events
    self.infrastructure = infrastructure
    self.schemaChanges = schemaChanges
  }
}
