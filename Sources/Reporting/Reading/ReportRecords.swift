import InventoryModel

/// Reads the records of a report.
enum ReportRecords {
  private static let placeMembers = ["path", "line", "column"]

  static func operation(_ place: JSONPlace) throws(ReportReadingError) -> Operation {
    let members = try place.members(
      placeMembers + [
        "command", "group", "library", "role", "language", "context", "function", "key", "keys", "keyCount", "channel",
        "ttlSeconds", "options", "inLoop", "inPipeline", "inTransaction", "errorHandling", "connection", "connections",
        "script", "confidence", "evidence",
      ])
    var operation = Operation(
      place: try self.place(members), command: try members["command"].string(),
      library: try members["library"].string(), role: try members["role"].string(),
      language: try members["language"].choice(Language.self), context: try members["context"].choice(FileContext.self))
    operation.group = try text(members["group"])
    operation.function = try text(members["function"])
    operation.keyTemplates = try members["keys"].strings()
    operation.keyCount = try number(members["keyCount"])
    operation.channel = try text(members["channel"])
    operation.ttlSeconds = try members["ttlSeconds"].optional { value throws(ReportReadingError) in
      try value.number()
    }
    operation.options = try members["options"].strings()
    operation.inLoop = try members["inLoop"].bool()
    operation.inPipeline = try members["inPipeline"].bool()
    operation.inTransaction = try members["inTransaction"].bool()
    operation.errorHandling = try errorHandling(members["errorHandling"])
    operation.connections = try members["connections"].strings()
    operation.script = try text(members["script"])
    operation.confidence = try members["confidence"].choice(Confidence.self)
    operation.evidence = try members["evidence"].list(evidence)
    // What follows from other members.
    guard try text(members["key"]) == operation.key else { throw members["key"].wrong("it is not the first of 'keys'") }
    guard try text(members["connection"]) == operation.connection else {
      throw members["connection"].wrong("it is not the only one of 'connections'")
    }
    return operation
  }

  private static func errorHandling(_ place: JSONPlace) throws(ReportReadingError) -> ErrorHandling {
    let members = try place.members(["handled", "at"])
    return ErrorHandling(
      try members["handled"].choice(ErrorHandling.Handled.self), at: try members["at"].optional(self.place))
  }

  private static func evidence(_ place: JSONPlace) throws(ReportReadingError) -> Evidence {
    let members = try place.members(placeMembers + ["what"])
    return Evidence(place: try self.place(members), what: try members["what"].string())
  }

  static func script(_ place: JSONPlace) throws(ReportReadingError) -> ScriptRecord {
    let members = try place.members(
      ["sha1"] + placeMembers + ["context", "keysDeclared", "keysMadeUp", "commands", "calledFrom"])
    var script = ScriptRecord(
      sha1: try text(members["sha1"]), place: try self.place(members),
      context: try members["context"].choice(FileContext.self))
    script.keysDeclared = try number(members["keysDeclared"])
    script.keysMadeUp = try members["keysMadeUp"].strings()
    script.commands = try members["commands"].strings()
    script.calledFrom = try members["calledFrom"].list(self.place)
    return script
  }

  static func client(_ place: JSONPlace) throws(ReportReadingError) -> ClientRecord {
    let members = try place.members(placeMembers + ["library", "role", "context", "connection"])
    return ClientRecord(
      place: try self.place(members), library: try members["library"].string(), role: try members["role"].string(),
      connection: try text(members["connection"]), context: try members["context"].choice(FileContext.self))
  }

  static func unresolved(_ place: JSONPlace) throws(ReportReadingError) -> UnresolvedSite {
    let members = try place.members(placeMembers + ["name", "reason"])
    return UnresolvedSite(
      place: try self.place(members), name: try members["name"].string(), reason: try members["reason"].string())
  }

  static func shard(_ place: JSONPlace) throws(ReportReadingError) -> ShardRecord {
    let members = try place.members(["number", "count", "parsed", "crossings"])
    let (number, count) = (try members["number"].integer(), try members["count"].integer())
    guard let shard = Shard(number: number, count: count) else { throw place.wrong("\(number)/\(count) is no shard") }
    return ShardRecord(
      shard: shard, parsed: try members["parsed"].strings(),
      crossings: try members["crossings"].list { crossing throws(ReportReadingError) in
        let members = try crossing.members(["path", "importedAt"])
        return ShardRecord.Crossing(
          path: try members["path"].string(), importedAt: try members["importedAt"].optional(self.place))
      })
  }

  static func timing(_ place: JSONPlace) throws(ReportReadingError) -> PhaseTiming {
    let members = try place.members(["phase", "seconds", "files", "bytes"])
    return PhaseTiming(
      phase: try members["phase"].string(), seconds: try members["seconds"].number(),
      files: try members["files"].integer(), bytes: try members["bytes"].integer())
  }

  // MARK: Files

  static func files(_ place: JSONPlace) throws(ReportReadingError) -> FileRecords {
    let members = try place.members([
      "searched", "read", "skippedCounts", "skipped", "unreadable", "notFullyParsed", "notes",
    ])
    var files = FileRecords()
    files.searched = try members["searched"].integer()
    files.read = try members["read"].integer()
    files.skipped = try members["skipped"].list(skipped)
    files.unreadable = try members["unreadable"].list(skipped)
    files.notFullyParsed = try members["notFullyParsed"].list { file throws(ReportReadingError) in
      let members = try file.members(["path", "errors", "cutByTimeLimit"])
      return PartlyParsedFile(
        path: try members["path"].string(), errors: try members["errors"].integer(),
        isCut: try members["cutByTimeLimit"].bool())
    }
    files.notes = try members["notes"].strings()
    let counts = try members["skippedCounts"].members([], optional: SkippedFile.Reason.allCases.map(\.rawValue))
    for reason in SkippedFile.Reason.allCases {
      let count = try number(counts[reason.rawValue]) ?? 0
      guard count == files.skipped.count(where: { $0.reason == reason }) else {
        throw counts[reason.rawValue].wrong("it is not how many there are in 'skipped'")
      }
    }
    return files
  }

  private static func skipped(_ place: JSONPlace) throws(ReportReadingError) -> SkippedFile {
    let members = try place.members(["path", "reason", "detail"])
    return SkippedFile(
      path: try members["path"].string(), reason: try members["reason"].choice(SkippedFile.Reason.self),
      detail: try text(members["detail"]))
  }

  // MARK: Parts

  private static func text(_ place: JSONPlace) throws(ReportReadingError) -> String? {
    try place.optional { value throws(ReportReadingError) in try value.string() }
  }

  private static func number(_ place: JSONPlace) throws(ReportReadingError) -> Int? {
    try place.optional { value throws(ReportReadingError) in try value.integer() }
  }

  private static func place(_ place: JSONPlace) throws(ReportReadingError) -> SourcePlace {
    try self.place(try place.members(placeMembers))
  }

  private static func place(_ members: JSONMembers) throws(ReportReadingError) -> SourcePlace {
    SourcePlace(
      path: try members["path"].string(), line: try count(members["line"]), column: try count(members["column"]))
  }

  /// A line or a column.
  private static func count(_ place: JSONPlace) throws(ReportReadingError) -> Int {
    let count = try place.integer()
    guard (0...Int(Int32.max)).contains(count) else { throw place.wrong("\(count) is no line and no column") }
    return count
  }
}
