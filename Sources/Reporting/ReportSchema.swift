import InventoryModel

/// The documented form of the JSON report.
package enum ReportSchema {
  /// A JSON Schema of what the format `json` prints.
  package static var text: String { root.pretty + "\n" }

  private static var root: JSONValue {
    SchemaForm.document(
      "redis-inventory report",
      "Lines and columns count from 1, columns in Unicode code points; paths are relative to the scanned root. "
        + "All lists are sorted. A new member may come at any time; when one goes or changes its meaning, "
        + "schemaVersion is raised.",
      members: report, definitions: definitions, optional: optional)
  }

  private typealias Member = SchemaForm.Member

  // MARK: Members

  private static let place: [Member] = [
    ("path", "", SchemaForm.anyText), ("line", "", SchemaForm.integer), ("column", "", SchemaForm.integer),
  ]
  private static let context: Member = (
    "context", "what the file is part of", SchemaForm.choice(FileContext.allCases.map(\.rawValue))
  )

  private static let report: [Member] = [
    ("schemaVersion", "the version of this form", .object([("const", .integer(ScanReport.schemaVersion))])),
    ("tool", "the program's name and version", SchemaForm.type("object")),
    ("root", "what was scanned, as it was named", SchemaForm.anyText),
    ("repository", "with --repository: its name among others", SchemaForm.anyText),
    ("shard", "with --shard: which part it is, and where what it found leads out of it", SchemaForm.reference("shard")),
    ("operations", "by path, line, column and command", SchemaForm.list(SchemaForm.reference("operation"))),
    ("scripts", "Lua scripts, by place", SchemaForm.list(SchemaForm.reference("script"))),
    ("clients", "where clients are made, by place", SchemaForm.list(SchemaForm.reference("client"))),
    ("unresolved", "calls that may be operations, by place", SchemaForm.list(SchemaForm.reference("unresolved"))),
    ("files", "what became of the files", SchemaForm.reference("files")),
    ("infrastructure", "in detailed reports: what the files around the code say of servers", SchemaForm.type("object")),
    ("timings", "with --timings: seconds, files and bytes of each phase", SchemaForm.list(SchemaForm.type("object"))),
  ]

  /// Members that only some reports have.
  private static let optional: Set<String> = ["repository", "shard", "timings", "infrastructure"]

  private static let definitions: [(String, [Member])] = [
    ("shard", shard),
    ("operation", operation), ("script", script), ("client", client),
    (
      "unresolved",
      place + [
        ("name", "the name called", SchemaForm.anyText), ("reason", "why it cannot be known", SchemaForm.anyText),
      ]
    ),
    ("files", files), ("place", place),
    ("evidence", place + [("what", "what happens there", SchemaForm.anyText)]),
    (
      "skipped",
      [("path", "", SchemaForm.anyText), ("reason", "", SchemaForm.anyText), ("detail", "", SchemaForm.optionalText)]
    ),
  ]

  private static let operation: [Member] =
    place + [
      (
        "command", "on the wire; `*` at the end: in the library's own way; `?`: known at run time only",
        SchemaForm.anyText
      ),
      ("group", "what servers count the command to", SchemaForm.optionalText),
      ("library", "the client library", SchemaForm.anyText),
      ("role", "what the receiver is: client, pipeline, subscriber, lock, script …", SchemaForm.anyText),
      ("language", "", SchemaForm.choice(Language.allCases.map(\.rawValue))),
      context,
      ("function", "the function around it, qualified", SchemaForm.optionalText),
      ("key", "template of the first key; {} for what is known at run time only", SchemaForm.optionalText),
      ("keys", "templates of all keys, or all forms of one", SchemaForm.texts),
      ("keyCount", "how many keys it takes, where that is static", SchemaForm.optionalInteger),
      ("channel", "template of the channel", SchemaForm.optionalText),
      ("ttlSeconds", "time to live that it sets, where that is static", SchemaForm.types("number", "null")),
      ("options", "options that change what it means", SchemaForm.texts),
      ("inLoop", "", SchemaForm.boolean), ("inPipeline", "", SchemaForm.boolean),
      ("inTransaction", "", SchemaForm.boolean),
      (
        "errorHandling", "handled: inPlace, byCaller, nowhere or unknown; at: the handler's place or null",
        SchemaForm.type("object")
      ),
      ("connection", "the connection, where it is one", SchemaForm.optionalText),
      ("connections", "configuration keys and environment variables that its clients are made from", SchemaForm.texts),
      ("script", "SHA1 of the script that it runs, loads or stands in", SchemaForm.optionalText),
      ("confidence", "", SchemaForm.choice(Confidence.allCases.map(\.rawValue))),
      ("evidence", "from the constructor of the client to the call", SchemaForm.list(SchemaForm.reference("evidence"))),
    ]

  private static let script: [Member] =
    [("sha1", "as the server computes it; null where the text is not static", SchemaForm.optionalText)] + place + [
      context,
      ("keysDeclared", "", SchemaForm.optionalInteger),
      ("keysMadeUp", "keys used without being declared", SchemaForm.texts),
      ("commands", "", SchemaForm.texts), ("calledFrom", "", SchemaForm.list(SchemaForm.reference("place"))),
    ]

  private static let client: [Member] =
    place + [
      ("library", "", SchemaForm.anyText), ("role", "", SchemaForm.anyText), context,
      ("connection", "", SchemaForm.optionalText),
    ]

  private static let files: [Member] = [
    ("searched", "files whose bytes were searched", SchemaForm.integer),
    ("read", "files that were parsed", SchemaForm.integer),
    ("skippedCounts", "how many were left out, by reason", SchemaForm.type("object")),
    ("skipped", "", SchemaForm.list(SchemaForm.reference("skipped"))),
    ("unreadable", "", SchemaForm.list(SchemaForm.reference("skipped"))),
    ("notFullyParsed", "files parsed around errors", SchemaForm.list(SchemaForm.type("object"))),
    ("notes", "", SchemaForm.texts),
  ]

  private static let shard: [Member] = [
    ("number", "from 1", SchemaForm.integer), ("count", "how many parts there are", SchemaForm.integer),
    ("parsed", "files of this part that were parsed", SchemaForm.texts),
    (
      "crossings", "files of other parts that were parsed, and where this part imports them",
      SchemaForm.list(SchemaForm.type("object"))
    ),
  ]
}
