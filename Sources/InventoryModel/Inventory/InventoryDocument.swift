/// The inventory of a tree: what a team would write by hand before a migration, from the source.
package struct InventoryDocument: Sendable, Hashable {
  /// The version of the document's form, raised when a field goes or changes its meaning.
  package static let schemaVersion = 1

  package var toolVersion: String
  package var root: String
  package var summary: InventorySummary
  /// By place of the owner, then rank of the pattern.
  package var patterns: [PatternEntry] = []
  /// By template.
  package var keys: [KeyEntry] = []
  /// By template.
  package var channels: [ChannelEntry] = []
  /// By place.
  package var scripts: [ScriptEntry] = []
  /// By name; the clients of which no connection is known come last.
  package var connections: [ConnectionEntry] = []
  /// By name.
  package var services: [ServiceEntry] = []
  /// By place.
  package var unresolved: [UnresolvedSite] = []
  /// What the files around the code say of servers and of the ways to them.
  package var infrastructure = InfrastructureFacts()

  /// What whoever asked should know, such as rows of the configuration that are not there.
  package var notes: [String] = []

  package init(toolVersion: String, root: String, summary: InventorySummary) {
    self.toolVersion = toolVersion
    self.root = root
    self.summary = summary
  }
}

/// What a scan came to, in numbers.
package struct InventorySummary: Sendable, Hashable {
  package var filesSearched = 0
  package var filesParsed = 0
  package var filesWithErrors = 0
  package var operations: [FileContext: Int] = [:]
  /// Production operations by what they work on, as an engineer names it; sorted by name.
  package var primitives: [NamedCount] = []
  /// Production operations by client library; sorted by name.
  package var libraries: [NamedCount] = []
  package var unresolved = 0

  package init() {}
}

/// A name and how often it occurs.
package struct NamedCount: Sendable, Hashable {
  package var name: String
  package var count: Int

  package init(_ name: String, _ count: Int) {
    self.name = name
    self.count = count
  }
}
