import InventoryModel

extension DiffReporter {
  /// The difference as one JSON object; operations have the form that they have in the report of a scan.
  static let json = DiffReporter(name: "json", summary: "all that changed, one object") { diff, _ in
    JSONValue.object([
      ("schemaVersion", .integer(RevisionDiff.schemaVersion)),
      ("tool", .tool(diff.toolVersion)),
      ("root", .string(diff.root)),
      ("before", revision(diff.before)),
      ("after", revision(diff.after)),
      ("operations", .array(diff.operations.map(operation))),
      ("keys", names(.key, in: diff)),
      ("channels", names(.channel, in: diff)),
      ("scripts", names(.script, in: diff)),
      ("locks", names(.lock, in: diff)),
      ("findings", .array(diff.findings.map(finding))),
    ]).pretty + "\n"
  }

  private static func revision(_ revision: RevisionName) -> JSONValue {
    .object([("name", .string(revision.name)), ("commit", .optional(revision.commit))])
  }

  private static func operation(_ change: OperationChange) -> JSONValue {
    .object([
      ("kind", .string(change.kind.rawValue)),
      ("before", change.before.map(JSONValue.operation) ?? .null),
      ("after", change.after.map(JSONValue.operation) ?? .null),
      ("details", .strings(change.details)),
    ])
  }

  private static func names(_ subject: NameChange.Subject, in diff: RevisionDiff) -> JSONValue {
    .array(
      diff.names.filter { $0.subject == subject }.map { change in
        .object([
          ("kind", .string(change.kind.rawValue)), ("name", .string(change.name)),
          ("details", .strings(change.details)),
        ])
      })
  }

  private static func finding(_ change: FindingChange) -> JSONValue {
    let finding = change.finding
    return .object(
      [
        ("kind", .string(change.kind.rawValue)), ("rule", .string(finding.rule)),
        ("severity", .string(finding.severity.rawValue)),
      ] + JSONValue.members(of: finding.place) + [
        ("message", .string(finding.message)), ("function", .optional(finding.function)),
        ("subject", .string(finding.subject)), ("context", .string(finding.context.rawValue)),
        ("confidence", .string(finding.confidence.rawValue)), ("details", .strings(change.details)),
      ])
  }
}
