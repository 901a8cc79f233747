import InventoryModel

/// Finds the comments of a file that speak to this program, also in Lua inside its strings.
enum DirectiveReader {
  /// What such a comment holds.
  static let marker = "redis-inventory:"

  /// Only for files whose text holds the marker: all others have none.
  static func directives(in facts: FileFacts) -> [Directive] {
    let statements = StatementLines(facts)
    let comments = facts.comments.compactMap { comment -> Directive? in
      guard let text = text(in: comment.text) else { return nil }
      let line = Int(comment.position.line)
      let next = comment.isTrailing ? nil : statements.codeLine(after: line)
      return Directive(
        place: SourcePlace(path: facts.path, position: comment.position), text: text,
        lines: next.map { statements.lines(beginningAt: $0) } ?? statements.lines(around: line))
    }
    return (comments + facts.expressions.flatMap { inScript($0, path: facts.path) }).sorted { $0.place < $1.place }
  }

  /// Those of a file that no front end reads: settings, in which a comment begins with `#`, `;` or `//`.
  static func directives(inText text: String, path: String) -> [Directive] {
    guard text.contains(marker) else { return [] }
    let rows = text.rows
    return rows.indices.compactMap { row in
      guard let found = rows[row].firstRange(of: marker) else { return nil }
      let before = rows[row][..<found.lowerBound]
      let sign = ["#", "//", ";"].compactMap { before.firstRange(of: $0)?.lowerBound }.min()
      guard let sign, let text = self.text(in: String(rows[row][sign...].drop { "#/; ".contains($0) })) else {
        return nil
      }
      let isAlone = rows[row][..<sign].allSatisfy(\.isWhitespace)
      let next = rows.indices.first { $0 > row && !isComment(rows[$0]) }
      let line = (isAlone ? next ?? row : row) + 1
      let column = rows[row][..<sign].unicodeScalars.count + 1
      return Directive(
        place: SourcePlace(path: path, line: row + 1, column: column), text: text, lines: line...line)
    }
  }

  private static func isComment(_ row: Substring) -> Bool {
    let text = row.trimmed
    return text.isEmpty || ["#", "//", ";"].contains { text.hasPrefix($0) }
  }

  /// What follows the marker: at the start of a comment anything, later only what can be meant for us.
  private static func text(in comment: String) -> String? {
    guard let marker = comment.firstRange(of: marker) else { return nil }
    let text = comment[marker.upperBound...].trimmed.prefix { !$0.isNewline }
    let isFirst = comment[..<marker.lowerBound].allSatisfy(\.isWhitespace)
    let verbs = SuppressionReader.Verb.allCases.map(\.rawValue)
    guard isFirst || verbs.contains(where: { text.hasPrefix($0 + " ") }) else { return nil }
    return String(text)
  }

  /// Comments in the rows of a string that are Lua's.
  private static func inScript(_ expression: Expression, path: String) -> [Directive] {
    guard case .string(let template) = expression.kind else { return [] }
    return template.parts.flatMap { part -> [Directive] in
      guard case .literal(let text, let position) = part, text.contains(marker) else { return [] }
      let rows = text.rows
      return rows.indices.compactMap { directive(row: $0, of: rows, path: path, position: position) }
    }
  }

  private static func directive(
    row: Int, of rows: [Substring], path: String, position: SourcePosition
  ) -> Directive? {
    guard let sign = rows[row].firstRange(of: "--"), let text = text(in: String(rows[row][sign.upperBound...]))
    else { return nil }
    let before = rows[row][..<sign.lowerBound]
    var target = row
    if before.allSatisfy(\.isWhitespace) {
      target = rows.indices.first { $0 > row && !isBlank(rows[$0]) } ?? row
    }
    let column = before.unicodeScalars.count + (row == 0 ? Int(position.column) : 1)
    let line = Int(position.line) + target
    return Directive(
      place: SourcePlace(path: path, line: Int(position.line) + row, column: column), text: text, lines: line...line)
  }

  private static func isBlank(_ row: Substring) -> Bool { row.trimmed.isEmpty || row.trimmed.hasPrefix("--") }
}

extension StringProtocol where SubSequence == Substring {
  /// Without white space at both ends.
  var trimmed: Substring {
    let start = self.drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return start.prefix(0) }
    return start[...last]
  }
}
