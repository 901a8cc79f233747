import InventoryModel

extension CheckReporter {
  /// The whole report as one JSON object.
  static let json = CheckReporter(name: "json", summary: "all that was found, one object") { report, _ in
    JSONValue.checkReport(report).pretty + "\n"
  }
}

extension JSONValue {
  /// A report of findings in the documented form.
  static func checkReport(_ report: CheckReport) -> JSONValue {
    .object([
      ("schemaVersion", .integer(CheckReport.schemaVersion)),
      ("tool", .tool(report.toolVersion)),
      ("root", .string(report.root)),
      ("operations", .integer(report.operationCount)),
      ("fails", .bool(report.fails)),
      ("findings", .array(report.findings.map(finding))),
      ("hidden", hidden(report.hidden)),
      ("rules", .array(report.rules.map(rule))),
      ("files", files(report.files)),
    ])
  }

  private static func finding(_ reported: ReportedFinding) -> JSONValue {
    let finding = reported.finding
    return .object([
      ("rule", .string(finding.rule)),
      ("severity", .string(finding.severity.rawValue)),
      ("path", .string(finding.place.path)),
      ("line", .integer(finding.place.line)),
      ("column", .integer(finding.place.column)),
      ("length", .integer(finding.length)),
      ("message", .string(finding.message)),
      ("function", .optional(finding.function)),
      ("subject", .string(finding.subject)),
      ("occurrence", .integer(reported.occurrence)),
      ("context", .string(finding.context.rawValue)),
      ("confidence", .string(finding.confidence.rawValue)),
      ("fails", .bool(reported.fails)),
      ("fingerprint", .string(reported.fingerprint)),
      ("notes", .array(finding.notes.map(evidence))),
    ])
  }

  private static func hidden(_ hidden: HiddenFindings) -> JSONValue {
    .object([
      (
        "context",
        .object(
          FileContext.allCases.compactMap { context in
            hidden.byContext[context].map { (context.rawValue, .integer($0)) }
          })
      ),
      ("confidence", .integer(hidden.byConfidence)),
      ("suppression", .integer(hidden.bySuppression)),
      ("baseline", .integer(hidden.byBaseline)),
      ("revision", .integer(hidden.byRevision)),
    ])
  }

  /// A rule without its examples.
  static func rule(_ rule: Rule) -> JSONValue {
    .object([
      ("id", .string(rule.id)),
      ("title", .string(rule.title)),
      ("severity", .string(rule.severity.rawValue)),
      ("migration", .optional(rule.migration)),
      ("since", .string(rule.since)),
    ])
  }
}
