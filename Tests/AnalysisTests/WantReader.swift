import InventoryModel

/// Reads the wants of a file: of its comments, and of the Lua comments in its strings.
struct WantReader {
  let facts: FileFacts
  /// The lines of the file.
  let lines: [Substring]

  init(facts: FileFacts, text: String) {
    self.facts = facts
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  var wants: [Want] {
    facts.comments.flatMap { comment in
      let line = Int(comment.position.line)
      return Want.read(comment.text[...], line: comment.isTrailing ? line : codeLine(after: line))
    } + facts.expressions.flatMap(wantsOfScript)
  }

  /// Comments that begin like a want and cannot be read as one.
  var misspelt: [Comment] {
    facts.comments.filter { $0.text.hasPrefix("want ") && Want.read($0.text[...], line: 0).isEmpty }
  }

  private func codeLine(after line: Int) -> Int {
    var next = line + 1
    while next <= lines.count, isComment(lines[next - 1]) { next += 1 }
    return next
  }

  private func isComment(_ line: Substring) -> Bool {
    let text = line.drop { $0 == " " || $0 == "\t" }
    return text.isEmpty || ["#", "//", "--", "/*"].contains { text.hasPrefix($0) }
  }

  private func wantsOfScript(_ expression: Expression) -> [Want] {
    guard case .string(let template) = expression.kind else { return [] }
    return template.parts.flatMap { part in
      guard case .literal(let text, let position) = part, text.contains("-- want ") else { return [Want]() }
      let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
      return rows.enumerated().flatMap { offset, row in
        guard let sign = row.firstRange(of: "-- want ") else { return [Want]() }
        let line = Int(position.line) + offset
        let isAlone = row[..<sign.lowerBound].allSatisfy(\.isWhitespace) && (offset > 0 || position.column == 1)
        return Want.read(row[sign.lowerBound...], line: isAlone ? codeLine(after: line) : line)
      }
    }
  }
}
