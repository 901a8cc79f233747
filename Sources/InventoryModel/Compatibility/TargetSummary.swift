/// A target that code can be compared with, for lists.
package struct TargetSummary: Sendable, Hashable {
  package var name: String
  package var title: String
  /// `server`, `service`, `proxy` or `cluster`.
  package var kind: String
  /// What was read.
  package var version: String
  /// When it was read, as a date.
  package var read: String
  package var aliases: [String]
  /// The server inside, unless another is named.
  package var engine: String?
  package var sources: [String]

  package init(
    name: String, title: String, kind: String, version: String, read: String, aliases: [String], engine: String?,
    sources: [String]
  ) {
    self.name = name
    self.title = title
    self.kind = kind
    self.version = version
    self.read = read
    self.aliases = aliases
    self.engine = engine
    self.sources = sources
  }
}
