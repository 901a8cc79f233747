/// Writes tables in Markdown.
enum MarkdownTable {
  static func lines(_ head: [String], _ rows: [[String]]) -> [String] {
    [line(head), "|" + String(repeating: "---|", count: head.count)] + rows.map(line)
  }

  private static func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
}
