package import InventoryModel
package import Knowledge

/// All that a check may look at.
package struct CheckInput: Sendable {
  package let report: ScanReport
  package let commands: CommandTable

  package init(report: ScanReport, commands: CommandTable) {
    self.report = report
    self.commands = commands
  }
}
