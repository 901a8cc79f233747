import InventoryModel

extension Reporter {
  /// A JSON object a line; its first member says what it is.
  static let jsonLines = Reporter(name: "jsonl", summary: "the same, one object a line") { report, _ in
    var head: [(String, JSONValue)] = [
      ("kind", .string("report")), ("schemaVersion", .integer(ScanReport.schemaVersion)),
      ("version", .string(report.toolVersion)), ("root", .string(report.root)),
    ]
    head += JSONValue.names(of: report)
    func tagged(_ kind: String, _ value: JSONValue) -> JSONValue {
      guard case .object(let members) = value else { return value }
      let repository = report.repository.map { [("repository", JSONValue.string($0))] } ?? []
      return .object([("kind", .string(kind))] + repository + members)
    }
    var lines = [JSONValue.object(head)]
    lines += report.operations.map { tagged("operation", .operation($0)) }
    lines += report.scripts.map { tagged("script", .script($0)) }
    lines += report.clients.map { tagged("client", .client($0)) }
    lines += report.unresolved.map { tagged("unresolved", .unresolved($0)) }
    lines.append(tagged("files", .files(report.files)))
    return lines.map { $0.compact + "\n" }.joined()
  }
}
