import InventoryModel

extension Reporter {
  /// A table of who does what with which keys.
  package static let markdown = Reporter(name: "markdown", summary: "a table of owners, commands and keys") {
    report, _ in
    let title = "# Redis inventory" + (report.repository.map { " of \(MarkdownText.plain($0))" } ?? "")
    var lines = [title, "", OperationTable.summary(of: report)]
    for context in FileContext.allCases {
      let rows = InventoryRow.rows(of: report.operations.filter { $0.context == context })
      guard !rows.isEmpty else { continue }
      lines += ["", "## \(context.rawValue.prefix(1).uppercased() + context.rawValue.dropFirst())", ""]
      lines += OperationTable.lines(of: rows)
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// Writes inventory rows as a Markdown table.
private enum OperationTable {
  static func summary(of report: ScanReport) -> String {
    let files = Set(report.operations.map(\.place.path)).count
    return CountText.of(report.operations.count, "operation") + " in " + CountText.of(files, "file") + "; "
      + CountText.of(report.unresolved.count, "call") + " unresolved."
  }

  static func lines(of rows: [InventoryRow]) -> [String] {
    MarkdownTable.lines(
      ["Owner", "Source", "Redis primitives", "Keys"],
      rows.map { [owner($0), anchors($0), primitives($0), keys($0)] })
  }

  private static func owner(_ row: InventoryRow) -> String {
    row.owner.map(MarkdownText.code) ?? MarkdownText.code(String(row.path.split(separator: "/").last ?? ""))
  }

  private static func anchors(_ row: InventoryRow) -> String {
    let lines = row.lines.map(String.init).joined(separator: ", ")
    return "\(MarkdownText.code(row.path)): \(lines)"
  }

  private static func primitives(_ row: InventoryRow) -> String {
    row.commandsByGroup.map { group in
      "\(MarkdownText.plain(group.name)): \(group.commands.map(MarkdownText.code).joined(separator: " "))"
    }.joined(separator: "<br>")
  }

  private static func keys(_ row: InventoryRow) -> String {
    (row.keys.map(MarkdownText.code) + row.channels.map { "channel " + MarkdownText.code($0) })
      .joined(separator: "<br>")
  }
}
