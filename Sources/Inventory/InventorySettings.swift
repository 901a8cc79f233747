/// What a configuration says of the document: names, groupings, and cells that are written by hand.
package struct InventorySettings: Sendable, Hashable {
  /// By the id that the row has without a configuration, or that its group's name makes.
  package var rows: [String: HandWritten] = [:]
  package var groups: [Group] = []

  package init() {}

  /// Cells of a row that somebody wrote; nil and empty: not said.
  package struct HandWritten: Sendable, Hashable {
    package var name: String?
    package var owners: [String] = []
    /// Told before those that come from the code.
    package var concerns: [String] = []
    package var notes: String?
    /// Where it stands in the configuration.
    package var place: String

    package init(place: String) { self.place = place }
  }

  /// Rows that are one.
  package struct Group: Sendable, Hashable {
    package var name: String
    /// Ids; the first says what pattern it is.
    package var rows: [String]
    /// Where it stands in the configuration.
    package var place: String

    package init(name: String, rows: [String], place: String) {
      self.name = name
      self.rows = rows
      self.place = place
    }
  }

  /// Takes in what a configuration further away says; what is said here wins.
  package mutating func add(_ other: InventorySettings) {
    rows.merge(other.rows) { here, _ in here }
    groups += other.groups.filter { group in !groups.contains { $0.name == group.name } }
  }
}
