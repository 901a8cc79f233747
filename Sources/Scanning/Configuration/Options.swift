package import InventoryModel

/// What somebody asked for, in a configuration file or on the command line; nil and empty: not said.
package struct Options: Sendable, Hashable {
  package var include: [String] = []
  package var exclude: [String] = []
  package var contexts: [FileContext: [String]] = [:]
  /// A folder with tables of the user's own, beside the program's.
  package var rules: String?
  package var exhaustive: Bool?
  package var threads: Int?

  package init() {}
}
