package import InventoryModel

/// An output format for the verdict on the gate.
package struct GateReporter: Sendable {
  /// As `--format` takes it.
  package let name: String
  package let summary: String
  /// Always ends with a line end.
  package let render: @Sendable (GateReport) -> String

  /// All formats, in the order of the help.
  package static let all: [GateReporter] = [.markdown, .json]

  /// The format of a name.
  package static func named(_ name: String) -> GateReporter? { all.first { $0.name == name } }

  /// A list of the criteria, with what each was judged by.
  static let markdown = GateReporter(name: "markdown", summary: "for people") { report in
    let heading = "# Gate \(GateReport.name): \(report.isOpen ? "open" : "closed")\n\n"
    let scope =
      "\(MarkdownText.code(report.root)), judged on \(report.date) by redis-inventory \(report.toolVersion).\n\n"
    let rows = report.criteria.map { criterion in
      ["`\(criterion.id.rawValue)`", criterion.id.title, word(criterion.state)]
    }
    let table = MarkdownTable.lines(["Criterion", "Asks that", "State"], rows).map { $0 + "\n" }.joined()
    return heading + scope + table
      + report.criteria.map(section).joined()
  }

  private static func word(_ state: Criterion.State) -> String {
    state == .met ? state.rawValue : "**\(state.rawValue)**"
  }

  private static func section(_ criterion: Criterion) -> String {
    var text = "\n## \(criterion.id.title): \(criterion.state.rawValue)\n\n"
    let order: [Criterion.State] = [.notMet, .needsAttestation, .met]
    for state in order {
      for item in criterion.items where item.state == state {
        let place = item.place.map { " (\(MarkdownText.code("\($0.path):\($0.line)")))" } ?? ""
        text += "- \(state.rawValue): \(MarkdownText.rich(item.text))\(place)\n"
      }
    }
    if let attestation = criterion.attestation {
      text += "\n\(GateReporter.sentence(attestation, of: criterion))\n"
    } else if criterion.state == .needsAttestation {
      text += """

        Attest it under `attest:` in `redis-inventory.yml`, as `\(criterion.id.rawValue):` with `evidence`, `by`, `date` and
        `expires`.

        """
    }
    return text
  }

  private static func sentence(_ attestation: Attestation, of criterion: Criterion) -> String {
    let words =
      "Attested by \(MarkdownText.plain(attestation.by)) on \(attestation.date), until \(attestation.expires): "
      + "\(MarkdownText.plain(attestation.evidence))."
    if let objection = criterion.objection { return words + " It does not count: \(objection)." }
    switch criterion.items.allSatisfy({ $0.state == .met }) {
    case true: return words + " It is not needed."
    case false where criterion.state == .notMet:
      return words + " It does not count against what the source shows."
    case false: return words
    }
  }

  /// The verdict as one JSON object.
  static let json = GateReporter(name: "json", summary: "for programs") { report in
    JSONValue.object([
      ("schemaVersion", .integer(GateReport.schemaVersion)),
      ("tool", .tool(report.toolVersion)),
      ("root", .string(report.root)),
      ("gate", .string(GateReport.name)),
      ("verdict", .string(report.isOpen ? "open" : "closed")),
      ("date", .string(report.date.description)),
      ("criteria", .array(report.criteria.map(criterion))),
    ]).pretty + "\n"
  }

  private static func criterion(_ criterion: Criterion) -> JSONValue {
    let attestation = criterion.attestation.map { attestation in
      JSONValue.object([
        ("evidence", .string(attestation.evidence)), ("by", .string(attestation.by)),
        ("date", .string(attestation.date.description)), ("expires", .string(attestation.expires.description)),
        ("objection", .optional(criterion.objection)),
      ])
    }
    return .object([
      ("id", .string(criterion.id.rawValue)), ("title", .string(criterion.id.title)),
      ("state", .string(criterion.state.rawValue)), ("attestation", attestation ?? .null),
      ("items", .array(criterion.items.map(item))),
    ])
  }

  private static func item(_ item: Criterion.Item) -> JSONValue {
    .object([
      ("state", .string(item.state.rawValue)), ("text", .string(item.text.plain)),
      ("path", .optional(item.place?.path)), ("line", .optional(item.place?.line)),
      ("column", .optional(item.place?.column)),
    ])
  }
}
