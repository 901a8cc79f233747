package import Freeze
package import InventoryModel

/// What one of two revisions does.
package struct RevisionSide: Sendable {
  package var name: RevisionName
  package var operations: [Operation]
  /// Of production code.
  package var schema: KeySchema
  package var findings: [ReportedFinding]
  /// The scanned files.
  package var paths: Set<String>

  package init(
    name: RevisionName, operations: [Operation] = [], schema: KeySchema = KeySchema(),
    findings: [ReportedFinding] = [], paths: Set<String> = []
  ) {
    self.name = name
    self.operations = operations
    self.schema = schema
    self.findings = findings
    self.paths = paths
  }
}
