import InventoryModel

/// The documented form of the JSON report.
package enum ReportSchema {
  /// A JSON Schema of what the format `json` prints.
  package static var text: String { root.pretty + "\n" }

  private static var root: JSONValue {
    .object(
      [
        ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
        ("title", .string("redis-inventory report")),
        (
          "description",
          .string(
            "Lines and columns count from 1, columns in Unicode code points; paths are relative to the scanned root. "
              + "All lists are sorted. A new member may come at any time; when one goes or changes its meaning, "
              + "schemaVersion is raised.")
        ),
      ] + members(of: object(report)) + [("$defs", .object(definitions.map { ($0.0, object($0.1)) }))])
  }

  /// A member's name, what it means, and its type.
  private typealias Member = (name: String, meaning: String, type: JSONValue)

  private static func object(_ members: [Member]) -> JSONValue {
    .object([
      ("type", .string("object")),
      ("required", .strings(members.filter { !optional.contains($0.name) }.map(\.name))),
      (
        "properties",
        .object(
          members.map { member in
            let meaning: [(String, JSONValue)] =
              member.meaning.isEmpty ? [] : [("description", .string(member.meaning))]
            return (member.name, .object(self.members(of: member.type) + meaning))
          })
      ),
    ])
  }

  private static func members(of value: JSONValue) -> [(String, JSONValue)] {
    if case .object(let members) = value { members } else { [] }
  }

  // MARK: Types

  private static let anyText = type("string")
  private static let optionalText = types("string", "null")
  private static let integer = type("integer")
  private static let optionalInteger = types("integer", "null")
  private static let boolean = type("boolean")
  private static let texts = list(type("string"))

  private static func type(_ name: String) -> JSONValue { .object([("type", .string(name))]) }
  private static func types(_ names: String...) -> JSONValue { .object([("type", .strings(names))]) }
  private static func list(_ element: JSONValue) -> JSONValue {
    .object([("type", .string("array")), ("items", element)])
  }
  private static func reference(_ name: String) -> JSONValue { .object([("$ref", .string("#/$defs/\(name)"))]) }
  private static func choice(_ names: [String]) -> JSONValue { .object([("enum", .strings(names))]) }

  // MARK: Members

  private static let place: [Member] = [("path", "", anyText), ("line", "", integer), ("column", "", integer)]
  private static let context: Member = (
    "context", "what the file is part of", choice(FileContext.allCases.map(\.rawValue))
  )

  private static let report: [Member] = [
    ("schemaVersion", "the version of this form", .object([("const", .integer(ScanReport.schemaVersion))])),
    ("tool", "the program's name and version", type("object")),
    ("root", "what was scanned, as it was named", anyText),
    ("repository", "with --repository: its name among others", anyText),
    ("shard", "with --shard: which part it is, and where what it found leads out of it", reference("shard")),
    ("operations", "by path, line, column and command", list(reference("operation"))),
    ("scripts", "Lua scripts, by place", list(reference("script"))),
    ("clients", "where clients are made, by place", list(reference("client"))),
    ("unresolved", "calls that may be operations, by place", list(reference("unresolved"))),
    ("files", "what became of the files", reference("files")),
    ("infrastructure", "in detailed reports: what the files around the code say of servers", type("object")),
    ("timings", "with --timings: seconds, files and bytes of each phase", list(type("object"))),
  ]

  /// Members that only some reports have.
  private static let optional: Set = ["repository", "shard", "timings", "infrastructure"]

  private static let definitions: [(String, [Member])] = [
    ("shard", shard),
    ("operation", operation), ("script", script), ("client", client),
    ("unresolved", place + [("name", "the name called", anyText), ("reason", "why it cannot be known", anyText)]),
    ("files", files), ("place", place),
    ("evidence", place + [("what", "what happens there", anyText)]),
    ("skipped", [("path", "", anyText), ("reason", "", anyText), ("detail", "", optionalText)]),
  ]

  private static let operation: [Member] =
    place + [
      ("command", "on the wire; `*` at the end: in the library's own way; `?`: known at run time only", anyText),
      ("group", "what servers count the command to", optionalText),
      ("library", "the client library", anyText),
      ("role", "what the receiver is: client, pipeline, subscriber, lock, script …", anyText),
      ("language", "", choice(Language.allCases.map(\.rawValue))),
      context,
      ("function", "the function around it, qualified", optionalText),
      ("key", "template of the first key; {} for what is known at run time only", optionalText),
      ("keys", "templates of all keys, or all forms of one", texts),
      ("keyCount", "how many keys it takes, where that is static", optionalInteger),
      ("channel", "template of the channel", optionalText),
      ("ttlSeconds", "time to live that it sets, where that is static", types("number", "null")),
      ("options", "options that change what it means", texts),
      ("inLoop", "", boolean), ("inPipeline", "", boolean), ("inTransaction", "", boolean),
      (
        "errorHandling", "handled: inPlace, byCaller, nowhere or unknown; at: the handler's place or null",
        type("object")
      ),
      ("connection", "the connection, where it is one", optionalText),
      ("connections", "configuration keys and environment variables that its clients are made from", texts),
      ("script", "SHA1 of the script that it runs, loads or stands in", optionalText),
      ("confidence", "", choice(Confidence.allCases.map(\.rawValue))),
      ("evidence", "from the constructor of the client to the call", list(reference("evidence"))),
    ]

  private static let script: [Member] =
    [("sha1", "as the server computes it; null where the text is not static", optionalText)] + place + [
      context,
      ("keysDeclared", "", optionalInteger), ("keysMadeUp", "keys used without being declared", texts),
      ("commands", "", texts), ("calledFrom", "", list(reference("place"))),
    ]

  private static let client: [Member] =
    place + [("library", "", anyText), ("role", "", anyText), context, ("connection", "", optionalText)]

  private static let files: [Member] = [
    ("searched", "files whose bytes were searched", integer), ("read", "files that were parsed", integer),
    ("skippedCounts", "how many were left out, by reason", type("object")),
    ("skipped", "", list(reference("skipped"))), ("unreadable", "", list(reference("skipped"))),
    ("notFullyParsed", "files parsed around errors", list(type("object"))), ("notes", "", texts),
  ]

  private static let shard: [Member] = [
    ("number", "from 1", integer), ("count", "how many parts there are", integer),
    ("parsed", "files of this part that were parsed", texts),
    ("crossings", "files of other parts that were parsed, and where this part imports them", list(type("object"))),
  ]
}
