import InventoryModel

extension JSONValue {
  /// A report in the documented form: every member always there, null or empty where nothing is known.
  static func report(_ report: ScanReport) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("schemaVersion", .integer(ScanReport.schemaVersion)),
      ("tool", .tool(report.toolVersion)),
      ("root", .string(report.root)),
    ]
    members += names(of: report)
    members += [
      ("operations", .array(report.operations.map(operation))),
      ("scripts", .array(report.scripts.map(script))),
      ("clients", .array(report.clients.map(client))),
      ("unresolved", .array(report.unresolved.map(unresolved))),
      ("files", files(report.files)),
    ]
    if !report.infrastructure.isEmpty {
      members.append(("infrastructure", infrastructure(report.infrastructure)))
    }
    if let timings = report.timings { members.append(("timings", .array(timings.map(timing)))) }
    return .object(members)
  }

  /// Members that only some reports have.
  static func names(of report: ScanReport) -> [(String, JSONValue)] {
    var members: [(String, JSONValue)] = []
    if let repository = report.repository { members.append(("repository", .string(repository))) }
    if let shard = report.shard { members.append(("shard", self.shard(shard))) }
    return members
  }

  private static func shard(_ record: ShardRecord) -> JSONValue {
    .object([
      ("number", .integer(record.shard.number)), ("count", .integer(record.shard.count)),
      ("parsed", .strings(record.parsed)),
      (
        "crossings",
        .array(
          record.crossings.map {
            .object([("path", .string($0.path)), ("importedAt", $0.importedAt.map(place) ?? .null)])
          })
      ),
    ])
  }

  static func operation(_ operation: Operation) -> JSONValue {
    let handling = operation.errorHandling
    return .object(
      members(of: operation.place) + [
        ("command", .string(operation.command)),
        ("group", .optional(operation.group)),
        ("library", .string(operation.library)),
        ("role", .string(operation.role)),
        ("language", .string(operation.language.rawValue)),
        ("context", .string(operation.context.rawValue)),
        ("function", .optional(operation.function)),
        ("key", .optional(operation.key)),
        ("keys", .strings(operation.keyTemplates)),
        ("keyCount", .optional(operation.keyCount)),
        ("channel", .optional(operation.channel)),
        ("ttlSeconds", .optional(operation.ttlSeconds)),
        ("options", .strings(operation.options)),
        ("inLoop", .bool(operation.inLoop)),
        ("inPipeline", .bool(operation.inPipeline)),
        ("inTransaction", .bool(operation.inTransaction)),
        (
          "errorHandling",
          .object([("handled", .string(handling.handled.rawValue)), ("at", handling.place.map(place) ?? .null)])
        ),
        ("connection", .optional(operation.connection)),
        ("connections", .strings(operation.connections)),
        ("script", .optional(operation.script)),
        ("confidence", .string(operation.confidence.rawValue)),
        ("evidence", .array(operation.evidence.map(evidence))),
      ])
  }

  static func script(_ script: ScriptRecord) -> JSONValue {
    .object(
      [("sha1", .optional(script.sha1))] + members(of: script.place) + [
        ("context", .string(script.context.rawValue)),
        ("keysDeclared", .optional(script.keysDeclared)),
        ("keysMadeUp", .strings(script.keysMadeUp)),
        ("commands", .strings(script.commands)),
        ("calledFrom", .array(script.calledFrom.map(place))),
      ])
  }

  static func client(_ client: ClientRecord) -> JSONValue {
    .object(
      members(of: client.place) + [
        ("library", .string(client.library)),
        ("role", .string(client.role)),
        ("context", .string(client.context.rawValue)),
        ("connection", .optional(client.connection)),
      ])
  }

  static func unresolved(_ site: UnresolvedSite) -> JSONValue {
    .object(members(of: site.place) + [("name", .string(site.name)), ("reason", .string(site.reason))])
  }

  static func files(_ files: FileRecords) -> JSONValue {
    .object([
      ("searched", .integer(files.searched)),
      ("read", .integer(files.read)),
      ("skippedCounts", .object(files.skippedByReason.map { ($0.reason.rawValue, .integer($0.count)) })),
      ("skipped", .array(files.skipped.map(skipped))),
      ("unreadable", .array(files.unreadable.map(skipped))),
      (
        "notFullyParsed",
        .array(
          files.notFullyParsed.map {
            .object([
              ("path", .string($0.path)), ("errors", .integer($0.errors)), ("cutByTimeLimit", .bool($0.isCut)),
            ])
          })
      ),
      ("notes", .strings(files.notes)),
    ])
  }

  private static func skipped(_ file: SkippedFile) -> JSONValue {
    .object([
      ("path", .string(file.path)), ("reason", .string(file.reason.rawValue)), ("detail", .optional(file.detail)),
    ])
  }

  private static func timing(_ timing: PhaseTiming) -> JSONValue {
    .object([
      ("phase", .string(timing.phase)), ("seconds", .number(timing.seconds)), ("files", .integer(timing.files)),
      ("bytes", .integer(timing.bytes)),
    ])
  }

  static func evidence(_ evidence: Evidence) -> JSONValue {
    .object(members(of: evidence.place) + [("what", .string(evidence.what))])
  }

  private static func place(_ place: SourcePlace) -> JSONValue { .object(members(of: place)) }

  static func members(of place: SourcePlace) -> [(String, JSONValue)] {
    [("path", .string(place.path)), ("line", .integer(place.line)), ("column", .integer(place.column))]
  }
}
