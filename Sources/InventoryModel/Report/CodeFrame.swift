/// Some lines of source around a finding.
package struct CodeFrame: Sendable, Hashable {
  /// The number of the first of the lines.
  package var firstLine: Int
  package var lines: [String]

  package init(firstLine: Int, lines: [String]) {
    self.firstLine = firstLine
    self.lines = lines
  }

  /// The text of a line by its number.
  package subscript(_ line: Int) -> String? {
    lines.indices.contains(line - firstLine) ? lines[line - firstLine] : nil
  }
}
