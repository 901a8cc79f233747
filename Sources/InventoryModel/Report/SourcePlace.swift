/// A place in the scanned tree; places sort by path, then line, then column.
package struct SourcePlace: Sendable, Hashable, Comparable {
  /// Relative to the scanned root, with `/` between components.
  package let path: String
  package let position: SourcePosition

  package init(path: String, position: SourcePosition) {
    self.path = path
    self.position = position
  }

  /// A place by its numbers, both counted from 1.
  package init(path: String, line: Int, column: Int) {
    self.init(path: path, position: SourcePosition(line: line, column: column))
  }

  package var line: Int { Int(position.line) }
  package var column: Int { Int(position.column) }

  package static func < (left: SourcePlace, right: SourcePlace) -> Bool {
    left.path == right.path ? left.position < right.position : left.path < right.path
  }
}
