package import Freeze
package import Inventory
package import InventoryModel

/// What somebody asked for, in a configuration file or on the command line; nil and empty: not said.
package struct Options: Sendable, Hashable {
  package var include: [String] = []
  package var exclude: [String] = []
  package var contexts: [FileContext: [String]] = [:]
  /// A folder with tables of the user's own, beside the program's.
  package var rules: String?
  /// Who owns which files, before what CODEOWNERS says; the last pattern that matches counts.
  package var owners: [OwnerEntry] = []
  package var exhaustive: Bool?
  package var threads: Int?
  /// The part of the tree that is scanned; nil for all of it.
  package var shard: Shard?
  /// Configuration files that this one takes over from, as written.
  package var extend: [PlacedName] = []
  package var lint = LintOptions()
  /// A file whose text does not come from the disk.
  package var replacement: FileReplacement?
  /// For names that change against the frozen key schema.
  package var plans: [MigrationPlan] = []
  /// Names, groupings and hand-written cells of the inventory.
  package var inventory = InventorySettings()
  /// For what source cannot show of the gate's criteria.
  package var attestations: [Criterion.ID: Attestation] = [:]

  package init() {}
}

/// Who owns the files that a pattern means.
package struct OwnerEntry: Sendable, Hashable {
  /// As in GitHub's CODEOWNERS.
  package let pattern: String
  package let owners: [String]

  package init(_ pattern: String, owners: [String]) {
    self.pattern = pattern
    self.owners = owners
  }
}
