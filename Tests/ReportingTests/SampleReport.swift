import InventoryModel

/// A small report with something in every member, and with text that formats must escape.
enum SampleReport {
  static let report = ScanReport(
    toolVersion: "1.2.3", root: "shop", operations: [plain, rich, hostile], scripts: [script], clients: [client],
    unresolved: [
      UnresolvedSite(place: place("app/cart.py", 30, 5), name: "hset", reason: "the receiver comes from a plugin")
    ], infrastructure: infrastructure, files: files)

  private static var plain: Operation {
    var operation = Operation(
      place: place("app/cart.py", 12, 14), command: "HGETALL", library: "redis-py", role: "client",
      language: .python, context: .production)
    operation.group = "hash"
    operation.function = "Cart.items"
    operation.keyTemplates = ["cart:{}"]
    operation.keyCount = 1
    return operation
  }

  private static var rich: Operation {
    var operation = Operation(
      place: place("app/cart.py", 20, 9), command: "SET", library: "redis-py", role: "pipeline", language: .python,
      context: .production)
    operation.group = "string"
    operation.function = "Cart.lock"
    operation.keyTemplates = ["cart:{}:lock", "cart:{}:owner"]
    operation.channel = "carts/{}"
    operation.ttlSeconds = 2.5
    operation.options = ["NX", "PX"]
    (operation.inLoop, operation.inPipeline, operation.inTransaction) = (true, true, true)
    operation.errorHandling = ErrorHandling(.byCaller, at: place("app/main.py", 3, 1))
    operation.connections = ["CART_REDIS"]
    operation.evidence = [
      Evidence(place: place("app/conn.py", 4, 8), what: "redis.Redis(…) makes a client"),
      Evidence(place: place("app/cart.py", 8, 5), what: "kept in Cart._redis"),
    ]
    operation.script = "da39a3ee5e6b4b0d3255bfef95601890afd80709"
    operation.confidence = .inferred
    return operation
  }

  private static var hostile: Operation {
    var operation = Operation(
      place: place("tests/odd|name\u{1B}[31m.js", 1, 1), command: "DEL", library: "ioredis", role: "client",
      language: .javascript, context: .test)
    operation.keyTemplates = ["a|b`c\"\\\n\u{202E}<img>"]
    return operation
  }

  private static var script: ScriptRecord {
    var script = ScriptRecord(
      sha1: "da39a3ee5e6b4b0d3255bfef95601890afd80709", place: place("app/cart.py", 2, 11), context: .production)
    script.keysDeclared = 1
    script.keysMadeUp = ["cart:{}:log"]
    script.commands = ["GET", "SET"]
    script.calledFrom = [place("app/cart.py", 20, 9)]
    return script
  }

  private static let client = ClientRecord(
    place: place("app/conn.py", 4, 8), library: "redis-py", role: "client", connection: "CART_REDIS",
    context: .production)

  private static var infrastructure: InfrastructureFacts {
    var facts = InfrastructureFacts()
    var server = ServerRecord(
      place: place("compose.yaml", 3, 12), name: "cache", source: .compose, context: .production)
    server.product = "redis"
    server.image = ImageReference(text: "redis:7.4", repository: "redis", tag: "7.4")
    (server.version, server.licences) = ("7.4", ["RSALv2", "SSPLv1"])
    server.ports = [PortRecord(port: 6379, published: 6380, place: place("compose.yaml", 5, 9))]
    server.settings = [SettingRecord(name: "requirepass", value: "***", place: place("compose.yaml", 4, 14))]
    facts.servers = [server]
    facts.secrets = [
      SecretRecord(
        place: place("compose.yaml", 4, 14), what: "requirepass", isTracked: true, source: .compose,
        context: .production)
    ]
    return facts
  }

  private static var files: FileRecords {
    var files = FileRecords()
    files.searched = 40
    files.read = 6
    files.skipped = [
      SkippedFile(path: "node_modules/", reason: .vendored),
      SkippedFile(path: "web/big.js", reason: .tooLarge, detail: "9000000 bytes"),
    ]
    files.unreadable = [SkippedFile(path: "app/secret.py", reason: .unreadable, detail: "Permission denied")]
    files.notFullyParsed = [PartlyParsedFile(path: "app/old.py", errors: 2, isCut: false)]
    files.notes = ["git could not list the files"]
    return files
  }

  private static func place(_ path: String, _ line: Int, _ column: Int) -> SourcePlace {
    SourcePlace(path: path, line: line, column: column)
  }
}
