package import InventoryModel

/// An output format of the inventory: its name, what it is for, and how it writes a document.
package struct InventoryReporter: Sendable {
  /// As `--format` takes it.
  package let name: String
  package let summary: String
  /// Always ends with a line end.
  package let render: @Sendable (InventoryDocument) -> String

  /// All formats, in the order of the help.
  package static let all: [InventoryReporter] = [.markdown, .json, .csv, .html]

  /// The format of a name.
  package static func named(_ name: String) -> InventoryReporter? { all.first { $0.name == name } }
}
