package import InventoryModel

/// How code departs from a frozen schema.
package struct SchemaChange: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case added, changed, gone
    /// The time to live of a lock is another.
    case ttlChanged = "ttl"
    /// The connection of a lock is another.
    case connectionChanged = "connection"
  }

  package var subject: MigrationPlan.Subject
  package var kind: Kind
  /// The template; of a script the path of its file, relative to the folder of the schema.
  package var name: String
  /// Of a script as it is now.
  package var sha1: String?
  /// What became of it: "is now kept as a hash instead of a string".
  package var detail: String
  /// Where the schema has it; nil for what is new.
  package var frozenAt: SourcePlace?
  /// The plan that covered it until it ended.
  package var expired: MigrationPlan?

  /// One sentence without line numbers.
  package var message: String {
    let what = "\(subject) \(name) \(detail)"
    guard let expired else { return "\(what), and no plan covers that" }
    return "\(what); the plan of \(expired.owner) for it ended on \(expired.until)"
  }
}
