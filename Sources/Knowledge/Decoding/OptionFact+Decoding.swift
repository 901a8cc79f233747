extension OptionFact {
  private static let columns = ["command", "option", "kind", "since_redis", "since_valkey", "note"]

  /// Reads the text of an `Options.tsv`: tab-separated, the first line names the columns.
  package static func decode(
    _ text: String, file: String, commands: CommandTable
  ) throws(KnowledgeError) -> [OptionFact] {
    var problems: [KnowledgeError.Problem] = []
    var options: [OptionFact] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      func note(_ message: String, cell: Int) {
        let column = cells.prefix(cell).reduce(1) { $0 + $1.unicodeScalars.count + 1 }
        let keyPath = index == 0 || cells.count <= cell ? "" : columns[cell]
        problems.append(
          KnowledgeError.Problem(file: file, line: index + 1, column: column, keyPath: keyPath, message: message))
      }
      if index == 0 {
        if cells != columns { note("the columns must be \(columns.joined(separator: ", "))", cell: 0) }
        continue
      }
      if line.isEmpty { continue }
      guard cells.count == columns.count else {
        note("\(columns.count) cells are expected, not \(cells.count)", cell: cells.count - 1)
        continue
      }
      if commands[cells[0]] == nil { note("unknown command '\(cells[0])'", cell: 0) }
      guard let kind = Kind(rawValue: cells[2]) else {
        note("'\(cells[2])' is none of \(Kind.allCases.map(\.rawValue).joined(separator: ", "))", cell: 2)
        continue
      }
      for cell in 3...4 where !cells[cell].isEmpty && ServerVersion(cells[cell]) == nil {
        note("a version is expected, not '\(cells[cell])'", cell: cell)
      }
      options.append(
        OptionFact(
          command: cells[0], name: cells[1], kind: kind, sinceRedis: ServerVersion(cells[3]),
          sinceValkey: ServerVersion(cells[4]), note: cells[5]))
    }
    guard problems.isEmpty else { throw KnowledgeError(problems) }
    return options
  }
}
