import InventoryModel

@testable import Scanning

/// A finding that an example says stands on a line: `want [rule-id] "part of the message"`.
struct WantedFinding: Hashable {
  let line: Int
  let rule: String
  let part: String?

  /// The wants of a file; one that no front end reads has them behind `#` or `<!--`.
  static func of(_ file: RuleExample.File, frontEnds: FrontEnds) -> [WantedFinding] {
    if file.path.hasSuffix(".yml") { return ofYAML(file) }
    guard let kind = SourceKind(path: file.path),
      let facts = frontEnds.facts(of: Array(file.text.utf8), path: file.path, kind: kind)
    else { return ofPlainText(file) }
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    let inComments = facts.comments.flatMap { comment in
      let line = Int(comment.position.line)
      return read(comment.text[...], line: comment.isTrailing ? line : codeLine(after: line, lines))
    }
    return inComments + facts.expressions.flatMap { ofScript($0, lines) }
  }

  /// Wants in the comments of a YAML file.
  private static func ofYAML(_ file: RuleExample.File) -> [WantedFinding] {
    file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { index, line in
      line.firstIndex(of: "#").map { read(line[$0...], line: index + 1) } ?? []
    }
  }

  private static func ofPlainText(_ file: RuleExample.File) -> [WantedFinding] {
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().flatMap { offset, line -> [WantedFinding] in
      guard let sign = line.firstRange(of: "# want [") ?? line.firstRange(of: "<!-- want [") else { return [] }
      let isAlone = line[..<sign.lowerBound].allSatisfy(\.isWhitespace)
      return read(line[sign.lowerBound...], line: isAlone ? codeLine(after: offset + 1, lines) : offset + 1)
    }
  }

  private static func read(_ text: Substring, line: Int) -> [WantedFinding] {
    text.matches(of: /want +\[(?<rule>[a-z0-9-]+)\](?: +"(?<part>[^"]*)")?/).map { match in
      WantedFinding(line: line, rule: String(match.output.rule), part: match.output.part.map(String.init))
    }
  }

  private static func codeLine(after line: Int, _ lines: [Substring]) -> Int {
    var next = line + 1
    while next <= lines.count, isComment(lines[next - 1]) { next += 1 }
    return next
  }

  private static func isComment(_ line: Substring) -> Bool {
    let text = line.drop { $0 == " " || $0 == "\t" }
    return text.isEmpty || ["#", "//", "--", "/*"].contains { text.hasPrefix($0) }
  }

  /// Wants in the Lua comments of a string.
  private static func ofScript(_ expression: Expression, _ lines: [Substring]) -> [WantedFinding] {
    guard case .string(let template) = expression.kind else { return [] }
    return template.parts.flatMap { part in
      guard case .literal(let text, let position) = part else { return [WantedFinding]() }
      let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
      return rows.enumerated().flatMap { offset, row in
        guard let sign = row.firstRange(of: "-- want [") else { return [WantedFinding]() }
        let line = Int(position.line) + offset
        let isAlone = row[..<sign.lowerBound].allSatisfy(\.isWhitespace)
        return read(row[sign.lowerBound...], line: isAlone ? codeLine(after: line, lines) : line)
      }
    }
  }
}
