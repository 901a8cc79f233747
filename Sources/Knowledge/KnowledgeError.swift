/// Everything that is wrong with the tables that were read, all at once.
package struct KnowledgeError: Error, Hashable, CustomStringConvertible {
  /// One mistake and where it stands.
  package struct Problem: Hashable, Sendable, CustomStringConvertible {
    /// The path of the table, below `Rules` or as the user gave it.
    package let file: String
    /// From 1.
    package let line: Int
    /// From 1, in characters.
    package let column: Int
    /// From the outermost key inward: `roles.client.methods.scan_iter`; empty where there is none.
    package let keyPath: String
    package let message: String

    package init(file: String, line: Int, column: Int, keyPath: String, message: String) {
      self.file = file
      self.line = line
      self.column = column
      self.keyPath = keyPath
      self.message = message
    }

    package var description: String {
      "\(file):\(line):\(column): \(keyPath.isEmpty ? "" : "\(keyPath): ")\(message)"
    }
  }

  /// In the order of files, lines and columns.
  package let problems: [Problem]

  package init(_ problems: [Problem]) {
    self.problems = problems.sorted { ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column) }
  }

  package var description: String { problems.map(\.description).joined(separator: "\n") }
}
