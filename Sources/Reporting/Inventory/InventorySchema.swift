import InventoryModel

/// The documented form of the inventory as JSON.
package enum InventorySchema {
  /// A JSON Schema of what `inventory --format json` prints.
  package static var text: String { root.pretty + "\n" }

  private static var root: JSONValue {
    SchemaForm.document(
      "redis-inventory inventory",
      "The document of a tree. Lines count from 1; paths are relative to the scanned root. A new member may come at any "
        + "time; when one goes or changes its meaning, schemaVersion is raised.",
      members: document, definitions: definitions)
  }

  private typealias Member = SchemaForm.Member
  private static let anchors = SchemaForm.list(SchemaForm.reference("anchor"))
  private static let context: Member = (
    "context", "what the file is part of", SchemaForm.choice(FileContext.allCases.map(\.rawValue))
  )

  private static let document: [Member] = [
    ("schemaVersion", "the version of this form", .object([("const", .integer(InventoryDocument.schemaVersion))])),
    ("tool", "the program's name and version", SchemaForm.type("object")),
    ("root", "what was scanned, as it was named", SchemaForm.anyText),
    ("summary", "what the scan came to, in numbers", SchemaForm.reference("summary")),
    ("patterns", "a row for each pattern and owner", SchemaForm.list(SchemaForm.reference("pattern"))),
    ("keys", "every key template once", SchemaForm.list(SchemaForm.reference("key"))),
    ("channels", "every channel template once", SchemaForm.list(SchemaForm.reference("channel"))),
    ("scripts", "Lua scripts, by place", SchemaForm.list(SchemaForm.reference("script"))),
    (
      "connections", "what clients are made from, and the patterns that it leads to",
      SchemaForm.list(SchemaForm.reference("connection"))
    ),
    ("services", "parts of the tree by folder", SchemaForm.list(SchemaForm.reference("service"))),
    ("unresolved", "calls that may be operations, by place", SchemaForm.list(SchemaForm.reference("unresolved"))),
    ("infrastructure", "what the files around the code say of servers", SchemaForm.type("object")),
  ]

  private static let definitions: [(String, [Member])] = [
    ("summary", summary), ("pattern", pattern), ("lock", lock), ("key", key), ("channel", channel), ("script", script),
    (
      "connection",
      [
        ("name", "configuration key or environment variable; null for clients of which none is known", nullable),
        ("clients", "where its clients are made", anchors), ("libraries", "", SchemaForm.texts),
        ("patterns", "ids", SchemaForm.texts),
      ]
    ),
    ("service", [("name", "the folder", SchemaForm.anyText), ("patterns", "ids", SchemaForm.texts)]),
    ("unresolved", place + [("name", "the name called", SchemaForm.anyText), ("reason", "", SchemaForm.anyText)]),
    (
      "anchor",
      [
        ("path", "", SchemaForm.anyText),
        ("symbol", "the function, qualified; null for the top level of a file", nullable),
        ("lines", "", SchemaForm.list(SchemaForm.integer)),
      ]
    ),
    ("place", place),
  ]

  private static let nullable = SchemaForm.optionalText
  private static let place: [Member] = [
    ("path", "", SchemaForm.anyText), ("line", "", SchemaForm.integer), ("column", "", SchemaForm.integer),
  ]

  private static let summary: [Member] = [
    ("filesSearched", "", SchemaForm.integer), ("filesParsed", "", SchemaForm.integer),
    ("filesWithErrors", "", SchemaForm.integer), ("operations", "by context", SchemaForm.type("object")),
    ("primitives", "how many operations in production, by what they use", SchemaForm.type("object")),
    ("libraries", "how many operations in production, by client library", SchemaForm.type("object")),
    ("unresolved", "", SchemaForm.integer),
  ]

  private static let pattern: [Member] = [
    ("id", "unique in the document, made of the name", SchemaForm.anyText),
    ("name", "in plain words: Build logs", SchemaForm.anyText),
    ("pattern", "the definition: append-log", SchemaForm.anyText), ("title", "its title", SchemaForm.anyText),
    ("explanation", "", SchemaForm.anyText), ("traits", "titles of patterns that it also shows", SchemaForm.texts),
    context, ("anchors", "where its operations stand", anchors),
    (
      "primitives", "as an engineer names them, each with a name and the exact commands",
      SchemaForm.list(SchemaForm.type("object"))
    ),
    ("concerns", "most important first", SchemaForm.texts),
    ("operations", "as in the report of a scan", SchemaForm.list(SchemaForm.type("object"))),
    ("keys", "templates of which the source tells something", SchemaForm.texts), ("channels", "", SchemaForm.texts),
    ("connections", "names", SchemaForm.texts), ("libraries", "", SchemaForm.texts),
    ("scripts", "SHA1 of the scripts that it runs", SchemaForm.texts),
    ("locks", "", SchemaForm.list(SchemaForm.reference("lock"))),
    ("errors", "what becomes of errors", SchemaForm.texts), ("usedBy", "functions outside that use it", anchors),
    ("tests", "test functions that reach it", anchors),
    ("owners", "from CODEOWNERS or the configuration", SchemaForm.texts), ("notes", "written by hand", nullable),
  ]

  private static let lock: [Member] = [
    ("key", "template", SchemaForm.anyText), ("library", "null for a home-made one", nullable),
    ("leaseSeconds", "where it is static", SchemaForm.optionalNumber),
    ("lease", "as written, where only the run knows it", nullable),
    ("lastsForever", "whether it has no lease", SchemaForm.boolean),
    ("renewed", "whether somebody lengthens it; null where the run decides", SchemaForm.optionalBoolean),
    ("renewedBy", "a method, or an argument as written", nullable),
    ("checksOwner", "whether a release asks whose lock it is; null where nothing releases", SchemaForm.optionalBoolean),
    ("reentrant", "whether its holder can take it again", SchemaForm.optionalBoolean),
    (
      "takers", "functions that take it, each an anchor with the arguments as written",
      SchemaForm.list(SchemaForm.type("object"))
    ),
  ]

  private static let key: [Member] = [
    ("template", "", SchemaForm.anyText), ("types", "as the commands tell", SchemaForm.texts), ("writers", "", anchors),
    ("readers", "", anchors), ("deleters", "", anchors),
    ("ttlSeconds", "each once", SchemaForm.list(SchemaForm.type("number"))),
    ("expiresByRun", "whether some time to live is known only at run time", SchemaForm.boolean),
    ("patterns", "ids", SchemaForm.texts),
  ]

  private static let channel: [Member] = [
    ("template", "", SchemaForm.anyText), ("publishers", "", anchors), ("subscribers", "", anchors),
    ("patterns", "ids", SchemaForm.texts),
  ]

  private static let script: [Member] =
    [("sha1", "as the server computes it; null where the text is not static", nullable)] + place + [
      context, ("keysDeclared", "", SchemaForm.optionalInteger),
      ("keysMadeUp", "keys used without being declared", SchemaForm.texts), ("commands", "", SchemaForm.texts),
      ("calledFrom", "", SchemaForm.list(SchemaForm.reference("place"))),
      ("runBy", "commands that run or load it", SchemaForm.texts), ("callers", "", anchors),
      ("patterns", "ids", SchemaForm.texts),
    ]
}
