import InventoryModel

extension CompatibilityReporter {
  /// The whole report as one JSON object.
  static let json = CompatibilityReporter(name: "json", summary: "all that was judged, one object") { report in
    JSONValue.compatibility(report).pretty + "\n"
  }
}

extension JSONValue {
  /// A report in the documented form: every member always there, null or empty where nothing is known.
  static func compatibility(_ report: CompatibilityReport) -> JSONValue {
    .object([
      ("schemaVersion", .integer(CompatibilityReport.schemaVersion)),
      ("tool", .tool(report.toolVersion)),
      ("root", .string(report.root)),
      ("assumptions", .array(report.assumptions.map(assumption))),
      ("targets", .array(report.targets.map(assessment))),
      ("matrix", .array(report.subjects.map { row($0, in: report) })),
      ("workloads", .array(report.workloads.map { workload($0, in: report) })),
    ])
  }

  private static func assumption(_ assumption: JudgedAssumption) -> JSONValue {
    .object([
      ("assumption", .string(assumption.says)), ("holds", .bool(assumption.holds)),
      ("because", .strings(assumption.because)), ("places", .integer(assumption.places)),
    ])
  }

  private static func assessment(_ target: TargetAssessment) -> JSONValue {
    .object([
      ("target", .string(target.name)),
      ("title", .string(target.title)),
      ("version", .string(target.version)),
      ("read", .string(target.read)),
      ("verdict", .string(target.verdict.rawValue)),
      ("uses", .array(target.uses.map(use))),
      (
        "notes",
        .array(target.notes.map { .object([("fact", .string($0.fact)), ("source", .string($0.source))]) })
      ),
    ])
  }

  private static func use(_ use: TargetUse) -> JSONValue {
    .object([
      ("path", .string(use.place.path)), ("line", .integer(use.place.line)), ("column", .integer(use.place.column)),
      ("command", .string(use.command)),
      ("via", .optional(use.via)),
      ("keys", .strings(use.keys)),
      ("channel", .optional(use.channel)),
      ("function", .optional(use.function)),
      ("context", .string(use.context.rawValue)),
      ("confidence", .string(use.confidence.rawValue)),
      ("effect", .string(use.effect.rawValue)),
      ("fact", .string(use.fact)),
      ("rule", .optional(use.rule)),
      ("source", .string(use.source)),
      ("basis", .optional(use.basis)),
      ("wayOut", .optional(use.wayOut)),
      ("staysOnTarget", .bool(use.staysOnTarget)),
      ("errorsHandledAtCall", .bool(use.handledAt != nil)),
    ])
  }

  private static func row(_ row: MatrixRow, in report: CompatibilityReport) -> JSONValue {
    .object([
      ("name", .string(row.name)), ("operations", .integer(row.operations)),
      ("verdicts", verdicts(row.verdicts, in: report)),
    ])
  }

  private static func workload(_ workload: Workload, in report: CompatibilityReport) -> JSONValue {
    .object([
      ("name", .string(workload.name)),
      ("operations", .integer(workload.operations)),
      ("connections", .strings(workload.connections)),
      ("keys", .strings(workload.keys)),
      ("channels", .strings(workload.channels)),
      ("groups", .strings(workload.groups)),
      ("paths", .strings(workload.paths)),
      ("joinedBy", .strings(workload.reasons)),
      ("step", .string(workload.step)),
      ("verdicts", verdicts(workload.verdicts, in: report)),
    ])
  }

  private static func verdicts(_ verdicts: [TargetVerdict], in report: CompatibilityReport) -> JSONValue {
    .object(zip(report.targets, verdicts).map { ($0.name, .string($1.rawValue)) })
  }
}
