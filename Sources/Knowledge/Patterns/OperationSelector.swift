/// Selects operations by facts about each alone; all that is said must hold, and each may list several values.
package struct OperationSelector: Sendable, Hashable {
  /// Commands on the wire; one that ends in `.*` takes a module's commands.
  package var commands: [String] = []
  /// Groups as servers count them.
  package var groups: [String] = []
  /// What the receiver is.
  package var roles: [String] = []
  /// One of these options must be given.
  package var options: [String] = []
  /// Whether a time to live is set.
  package var expires: Bool?
  package var channels: Channels?

  /// Which channels are meant.
  package enum Channels: String, Sendable, Hashable, CaseIterable {
    /// The server's own events: `__keyspace@…`, `__keyevent@…`.
    case keyspace
    /// All others.
    case own
  }

  package init() {}
}
