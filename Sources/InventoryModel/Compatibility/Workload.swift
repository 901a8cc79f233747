/// Operations that must move to another server together.
package struct Workload: Sendable, Hashable {
  /// What it is called by: a connection, or else a key.
  package var name: String
  /// How many operations there are, in production.
  package var operations: Int
  package var connections: [String]
  /// Templates of its keys; sorted.
  package var keys: [String]
  /// Templates of its channels; sorted.
  package var channels: [String]
  /// What its commands belong to: `hash`, `pubsub`; sorted.
  package var groups: [String]
  /// Files that it is in; sorted.
  package var paths: [String]
  /// Why its parts cannot be moved apart.
  package var reasons: [String]
  /// Why it has its place in the order.
  package var step: String
  /// One a target, in the order of the report.
  package var verdicts: [TargetVerdict]

  package init(
    name: String, operations: Int, connections: [String], keys: [String], channels: [String], groups: [String],
    paths: [String], reasons: [String], step: String, verdicts: [TargetVerdict]
  ) {
    self.name = name
    self.operations = operations
    self.connections = connections
    self.keys = keys
    self.channels = channels
    self.groups = groups
    self.paths = paths
    self.reasons = reasons
    self.step = step
    self.verdicts = verdicts
  }
}
