import Rules

/// A table as it was read: its place decides what it is (`Clients/python/redis-py.yml`), as below `Rules`.
package struct TableFile: Sendable {
  /// The path below the folder of tables, with `/` between folders.
  package let path: String
  package let text: String
  /// The name for messages; the path, where the table is the program's own.
  package let name: String

  package init(path: String, text: String, name: String? = nil) {
    self.path = path
    self.text = text
    self.name = name ?? path
  }
}

extension TableFile {
  /// The program's own tables.
  static let embedded = EmbeddedRules.files.map { TableFile(path: $0.path, text: $0.text) }
}
