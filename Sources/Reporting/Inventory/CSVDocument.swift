import InventoryModel

extension InventoryReporter {
  /// The table of patterns for a spreadsheet.
  static let csv = InventoryReporter(name: "csv", summary: "the table of patterns for a spreadsheet") { document in
    let head = [
      "name", "pattern", "context", "anchors", "primitives", "commands", "concerns", "keys", "channels", "connections",
      "owners", "notes",
    ]
    return ([head] + document.patterns.map(CSVText.cells)).map(CSVText.line).joined()
  }
}

/// Comma-separated values as RFC 4180 has them.
private enum CSVText {
  static func cells(_ pattern: PatternEntry) -> [String] {
    [
      pattern.name, pattern.title, pattern.context.rawValue,
      pattern.anchors.map { anchor in
        let lines = anchor.lines.map(String.init).joined(separator: ",")
        return "\(anchor.path):\(lines)" + (anchor.symbol.map { " \($0)" } ?? "")
      }.joined(separator: "\n"),
      pattern.primitives.map(\.name).joined(separator: ", "),
      Set(pattern.primitives.flatMap(\.commands)).sorted().joined(separator: " "),
      pattern.concerns.map(\.plain).joined(separator: "\n"), pattern.keys.joined(separator: "\n"),
      pattern.channels.joined(separator: "\n"), pattern.connections.joined(separator: "\n"),
      pattern.owners.joined(separator: " "), pattern.notes ?? "",
    ]
  }

  static func line(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

  /// A cell; one that a spreadsheet would take for a formula begins with an apostrophe.
  private static func cell(_ text: String) -> String {
    let text = text.split(separator: "\n", omittingEmptySubsequences: false).map { TerminalText.escaped(String($0)) }
      .joined(separator: "\n")
    let safe = "=+-@".contains(text.first ?? " ") ? "'" + text : text
    guard safe.contains(where: { ",\"\n\r".contains($0) }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}
