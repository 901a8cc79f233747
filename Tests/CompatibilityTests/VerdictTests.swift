import Compatibility
import InventoryModel
import Knowledge
import Testing

/// What targets do with uses, as the facts say it.
struct VerdictTests {
  @Test(arguments: [
    ("HEXPIRE", "valkey-7.2", TargetUse.Effect.blocks), ("HEXPIRE", "redis-7.4", nil), ("HEXPIRE", "valkey-9.0", nil),
    ("HGETDEL", "valkey-9.0", .blocks), ("HGETDEL", "valkey-9.1", nil), ("JSON.SET", "valkey-8.1", .limits),
    ("JSON.SET", "redis-8.0", nil), ("TS.ADD", "valkey-8.1", .blocks), ("GETDEL", "keydb", nil),
    ("LMPOP", "keydb", .blocks),
    ("XADD", "garnet", .blocks), ("XADD", "twemproxy", .blocks), ("XADD", "envoy", .notes),
    ("XADD", "envoy-legacy", .blocks),
    ("KEYS", "envoy", .limits), ("KEYS", "elasticache-serverless", .blocks), ("KEYS", "twemproxy", .blocks),
    ("KEYS", "elasticache", nil), ("CONFIG SET", "elasticache", .blocks), ("CONFIG SET", "valkey-8.1", nil),
    ("GETSET", "valkey-8.1", .notes), ("GETSET", "valkey-9.0", nil), ("KEYS", "valkey-8.1+cluster", .limits),
    ("KEYDB.CRON", "keydb", nil), ("KEYDB.CRON", "valkey-8.1", .unstated), ("?", "valkey-8.1", .unstated),
    ("SUBSCRIBE", "envoy", .blocks), ("PSUBSCRIBE", "elasticache-serverless", .blocks),
    ("SUBSCRIBE", "valkey-cluster", .notes), ("CONFIG SET", "memorydb", .blocks),
  ])
  func `a command is judged as the facts say`(command: String, target: String, effect: TargetUse.Effect?) throws {
    #expect(try Judging.use(Judging.operation(command), on: target)?.effect == effect)
  }

  @Test(arguments: [
    ("SET", "IFEQ", "valkey-8.0", true), ("SET", "IFEQ", "valkey-8.1", false), ("SET", "IFEQ", "redis-8.2", true),
    ("SET", "IFEQ", "redis-8.4", false), ("EXPIRE", "NX", "keydb", true), ("EXPIRE", "NX", "valkey-7.2", false),
    ("HSCAN", "NOVALUES", "valkey-7.2", true), ("XADD", "KEEPREF", "valkey-9.1", true),
    ("SET", "NX", "redis-6.0", false),
    ("SET", "GET", "redis-6.0", true), ("SET", "IFEQ", "elasticache", false),
  ])
  func `an option newer than its command is judged by the version`(
    command: String, option: String, target: String, isRefused: Bool
  ) throws {
    let use = try Judging.use(Judging.operation(command, "a", options: [option]), on: target)
    #expect((use?.effect ?? .notes >= .limits) == isRefused)
    let word = Judging.operation(command, "a", arguments: ["a", option.lowercased()])
    #expect((try Judging.use(word, on: target)?.effect ?? .notes >= .limits) == isRefused)
  }

  @Test(arguments: [
    (["a", "b"], TargetUse.Effect.blocks), (["{t}a", "{t}b"], nil), (["{}", "{}:x"], .limits), (["a"], nil),
  ])
  func `keys of one command in several slots`(keys: [String], effect: TargetUse.Effect?) throws {
    var operation = Judging.operation("MGET")
    (operation.keyTemplates, operation.keyCount) = (keys, keys.count)
    #expect(try Judging.use(operation, on: "valkey-cluster")?.effect == effect)
    #expect(try Judging.use(operation, on: "elasticache-serverless")?.effect == effect)
    #expect(try Judging.use(operation, on: "valkey-8.1") == nil)
  }

  @Test(arguments: [
    ("SSUBSCRIBE", ["a", "b"], TargetUse.Effect.limits), ("SSUBSCRIBE", ["{t}a", "{t}b"], nil),
    ("SSUBSCRIBE", ["news:{}", "mail:{}"], .limits), ("SSUBSCRIBE", ["a"], nil), ("SPUBLISH", ["a", "hello"], nil),
    ("SUBSCRIBE", ["a", "b"], .notes),
  ])
  func `channels of one call in several slots`(
    command: String, channels: [String], effect: TargetUse.Effect?
  ) throws {
    let operation = Judging.operation(command, channel: channels[0], arguments: channels)
    #expect(try Judging.use(operation, on: "valkey-cluster")?.effect == effect)
    #expect(try Judging.use(operation, on: "valkey-8.1") == nil)
  }

  @Test func `a sharded message in a transaction lies in a slot like its keys`() throws {
    var multi = Judging.operation("MULTI*")
    multi.place = SourcePlace(path: "app.py", line: 1, column: 1)
    var operations = [
      Judging.operation("SET", "cart:1", line: 2), Judging.operation("SPUBLISH", channel: "carts", line: 3),
    ]
    for index in operations.indices { operations[index].pipeline = multi.place }
    #expect(try Judging.report([multi] + operations, on: "valkey-cluster").targets[0].verdict == .withChanges)
    operations[1].channel = "carts:{cart:1}"
    #expect(try Judging.report([multi] + operations, on: "valkey-cluster").targets[0].verdict == .asIs)
  }

  @Test(arguments: [
    ("MGET", nil), ("DEL", nil), ("SINTER", TargetUse.Effect.blocks), ("RENAME", .blocks),
  ])
  func `what a service splits by itself goes across slots`(command: String, effect: TargetUse.Effect?) throws {
    #expect(try Judging.use(Judging.operation(command, "a", "b"), on: "redis-enterprise")?.effect == effect)
  }

  @Test(arguments: [
    ("SET", "IFEQ", "dragonfly", true), ("SET", "EXAT", "dragonfly", false), ("SET", "EXAT", "garnet", true),
    ("SET", "KEEPTTL", "garnet", false), ("XADD", "MINID", "dragonfly", false), ("XADD", "IDMP", "dragonfly", true),
    ("XREADGROUP", "CLAIM", "dragonfly", true), ("COPY", "DB", "dragonfly", true),
    ("SET", "IFEQ", "redis-enterprise", false),
    ("XADD", "IDMP", "redis-enterprise", false), ("CLIENT TRACKING", "REDIRECT", "redis-cloud", true),
    ("GEOSEARCH", "BYPOLYGON", "redis-enterprise", true), ("SET", "EXAT", "azure-cosmosdb-garnet-cache", true),
  ])
  func `options of servers of their own kind`(command: String, option: String, target: String, isRefused: Bool) throws {
    let use = try Judging.use(Judging.operation(command, "a", options: [option]), on: target)
    #expect((use?.effect == .blocks) == isRefused, "\(String(describing: use))")
  }

  @Test func `forms of one key in a transaction are no two keys`() throws {
    let watch = Judging.operation("WATCH", "queue:{}", "{}:{}", count: 1)
    #expect(try Judging.use(watch, on: "valkey-cluster") == nil)
    var multi = Judging.operation("MULTI*")
    multi.place = SourcePlace(path: "app.py", line: 1, column: 1)
    var set = Judging.operation("SADD", "sets:a", "sets:b", count: 1, line: 2)
    set.pipeline = multi.place
    #expect(try Judging.report([multi, set], on: "valkey-cluster").targets[0].verdict == .asIs)
    var other = Judging.operation("SET", "sets:a", "job:1", count: 1, line: 3)
    other.pipeline = multi.place
    let found = try Judging.report([multi, set, other], on: "valkey-cluster").targets[0].uses
    #expect(found.filter { $0.command == "EXEC" }.map(\.effect) == [.limits])
  }

  @Test func `fields beside a key are no keys`() throws {
    let read = Judging.operation("HMGET", "jobs:{}", "{}", count: 2)
    #expect(try Judging.use(read, on: "valkey-cluster") == nil)
  }

  @Test(arguments: [
    ("valkey-8.1", ["resetchannels", "%R~a", "&news"]), ("redis-7.0", ["resetchannels", "%R~a", "&news"]),
    ("redis-6.2", ["resetchannels", "~a", "&news"]), ("keydb", ["resetchannels", "~a", "&news"]), ("redis-6.0", ["~a"]),
  ])
  func `rules say what the server's rules can`(target: String, words: [String]) throws {
    let commands = try Judging.commands()
    let library = TargetLibrary(commands: commands)
    let operations = [Judging.operation("GET", "a"), Judging.operation("PUBLISH", channel: "news", line: 2)]
    let report = try AccessRules(commands: commands, library: library).report(
      on: ScanReport(toolVersion: "1", root: ".", operations: operations), for: TargetStack(target, in: library))
    let rules = try #require(report.users.first).rules
    #expect(rules.filter { "r%~&".contains($0.first ?? " ") && $0 != "resetkeys" } == words)
  }

  @Test func `a right that is wider than the source needs is told once a key`() throws {
    let library = TargetLibrary(commands: try Judging.commands())
    let operations = [
      Judging.operation("GET", "a"), Judging.operation("SET", "a", line: 2), Judging.operation("GET", "b", line: 3),
      Judging.operation("GET", "b", line: 4),
    ]
    let report = try AccessRules(commands: try Judging.commands(), library: library).report(
      on: ScanReport(toolVersion: "1", root: ".", operations: operations), for: TargetStack("redis-6.2", in: library))
    #expect(report.users.flatMap(\.openPoints).map(\.place.line) == [3])
  }

  @Test func `a list of keys is several keys`() throws {
    #expect(try Judging.use(Judging.operation("MGET", "{}:data:{}", count: 1), on: "valkey-cluster")?.effect == .limits)
    #expect(try Judging.use(Judging.operation("DEL", "{}:data:{}", count: 1), on: "valkey-cluster") == nil)
  }

  @Test func `a service of unknown lists has what its container has`() throws {
    #expect(try Judging.use(Judging.operation("XGROUP CREATE", "a"), on: "redis-enterprise") == nil)
    #expect(try Judging.use(Judging.operation("SET", "a"), on: "azure-managed-redis") == nil)
  }

  @Test func `only the event of new keys is missing in KeyDB`() throws {
    let expired = Judging.operation("PSUBSCRIBE", channel: "__keyevent@0__:expired")
    #expect(try Judging.use(expired, on: "keydb") == nil)
    #expect(try Judging.use(Judging.operation("PSUBSCRIBE", channel: "__keyspace@*__:cart/*"), on: "keydb") == nil)
    let new = Judging.operation("SUBSCRIBE", channel: "__keyevent@0__:new")
    #expect(try Judging.use(new, on: "keydb")?.effect == .blocks)
    #expect(try Judging.use(Judging.operation("QUIT"), on: "keydb") == nil)
  }

  @Test func `forms of one key are no two keys`() throws {
    let get = Judging.operation("GET", "a", "b", count: 1)
    #expect(try Judging.use(get, on: "valkey-cluster") == nil)
    let del = Judging.operation("DEL", "a", "b", count: 1)
    #expect(try Judging.use(del, on: "valkey-cluster") == nil)
  }

  @Test func `a script without a key cannot be routed by a proxy`() throws {
    var script = Judging.operation("EVAL")
    script.keyCount = 0
    #expect(try Judging.use(script, on: "envoy")?.effect == .limits)
    #expect(try Judging.use(Judging.operation("EVAL", "a"), on: "envoy") == nil)
  }

  @Test func `what a script does stays behind a proxy`() throws {
    let inside = Judging.operation("KEYS", role: "engine")
    #expect(try Judging.use(inside, on: "twemproxy") == nil)
    #expect(try Judging.use(inside, on: "elasticache-serverless")?.effect == .blocks)
  }

  @Test func `a script that makes up keys is limited in a cluster`() throws {
    var script = Judging.operation("EVALSHA", "{t}:a")
    script.script = "aa"
    var record = ScriptRecord(
      sha1: "aa", place: SourcePlace(path: "app.py", line: 9, column: 1), context: .production)
    record.keysMadeUp = ["log:{}"]
    #expect(try Judging.report([script], on: "valkey-cluster", scripts: [record]).targets[0].verdict == .withChanges)
    record.keysMadeUp = ["{t}:{}"]
    #expect(try Judging.report([script], on: "valkey-cluster", scripts: [record]).targets[0].verdict == .asIs)
  }

  @Test(arguments: [("0", nil), ("3", TargetUse.Effect.limits)])
  func `another database than 0`(database: String, effect: TargetUse.Effect?) throws {
    let select = Judging.operation("SELECT", arguments: [database])
    #expect(try Judging.use(select, on: "redis-cluster")?.effect.rawValue == (effect == nil ? nil : "blocks"))
    #expect(try Judging.use(select, on: "valkey-cluster")?.effect == effect)
    #expect(try Judging.use(select, on: "valkey-8.1") == nil)
  }

  @Test func `a transaction goes to one slot`() throws {
    var multi = Judging.operation("MULTI*")
    multi.place = SourcePlace(path: "app.py", line: 1, column: 1)
    func verdict(_ first: String, _ second: String, _ target: String) throws -> TargetVerdict {
      let queued = [(first, 2), (second, 3)].map { key, line in
        var operation = Judging.operation("INCR", key, line: line)
        operation.pipeline = multi.place
        return operation
      }
      return try Judging.report([multi] + queued, on: target).targets[0].verdict
    }
    #expect(try verdict("a:{}", "b:{}", "valkey-cluster") == .withChanges)
    #expect(try verdict("{{}}:a", "{{}}:b", "valkey-cluster") == .asIs)
    #expect(try verdict("a:{}", "a:{}", "valkey-cluster") == .asIs)
    #expect(try verdict("{{}}:a", "{{}}:b", "twemproxy") == .withChanges)
    multi.options = ["WITHOUT-MULTI"]
    #expect(try verdict("a:{}", "b:{}", "valkey-cluster") == .asIs)
  }

  @Test func `a lock is judged by what its library sends`() throws {
    let lock = Judging.operation("LOCK*", "job", library: "python-redis-lock")
    let envoy = try Judging.report([lock], on: "envoy").targets[0]
    #expect(envoy.uses.contains { $0.command == "BLPOP" && $0.effect == .blocks })
    let cluster = try Judging.report([lock], on: "valkey-cluster").targets[0]
    let script = try #require(cluster.uses.first { $0.command == "EVALSHA" })
    #expect(script.keys == ["lock:job", "lock-signal:job"])
    #expect(script.effect == .blocks)
    #expect(try Judging.report([lock], on: "valkey-8.1").targets[0].verdict == .asIs)
  }

  @Test func `nothing to use instead means that it does not run`() throws {
    #expect(
      try Judging.report([Judging.operation("KEYS")], on: "elasticache-serverless").targets[0].verdict == .withChanges)
    #expect(try Judging.report([Judging.operation("KEYS")], on: "twemproxy").targets[0].verdict == .doesNotRun)
    #expect(try Judging.report([Judging.operation("XADD", "a")], on: "garnet").targets[0].verdict == .doesNotRun)
  }

  @Test func `tests and examples do not count`() throws {
    var operation = Judging.operation("KEYS")
    operation.context = .test
    let target = try Judging.report([operation], on: "twemproxy").targets[0]
    #expect(target.verdict == .asIs)
    #expect(target.uses.count == 1)
  }

  @Test func `a client that asks for RESP3 is limited by a proxy`() throws {
    var client = ClientRecord(
      place: SourcePlace(path: "app.py", line: 1, column: 1), library: "redis-py", role: "client", connection: nil,
      context: .production)
    client.settings = [.init(label: "protocol", value: "3", text: "3", isSpread: false)]
    let envoy = try Judging.report([], on: "envoy", clients: [client]).targets[0]
    #expect(envoy.verdict == .withChanges)
    client.settings = [.init(label: "protocol", value: "2", text: "2", isSpread: false)]
    #expect(try Judging.report([], on: "envoy", clients: [client]).targets[0].verdict == .asIs)
  }

  @Test func `a failover loses scripts that nobody sends again`() throws {
    #expect(try Judging.use(Judging.operation("EVALSHA", "a"), on: "valkey-8.1+sentinel") == nil)
    let plain = Judging.operation("EVALSHA", "a", library: "RediStack")
    #expect(try Judging.use(plain, on: "valkey-8.1+sentinel")?.rule == "script-cache")
    #expect(
      try Judging.use(Judging.operation("SET", "a", options: ["NX"]), on: "valkey-8.1+sentinel")?.effect == .limits)
    #expect(try Judging.report([], on: "valkey-8.1+sentinel").targets[0].notes.count == 2)
    #expect(try Judging.use(Judging.operation("HEXPIRE", "a"), on: "valkey-8.1+sentinel")?.effect == .blocks)
  }

  @Test func `a digest without its text does not go through a proxy that loads no scripts`() throws {
    let python = Judging.operation("EVALSHA", "a")
    #expect(try Judging.use(python, on: "twemproxy")?.effect == .blocks)
    #expect(try Judging.use(Judging.operation("EVALSHA", "a", library: "go-redis"), on: "twemproxy") == nil)
  }

  @Test func `a client that needs RESP3 does not get through Envoy without a change`() throws {
    let client = ClientRecord(
      place: SourcePlace(path: "a.go", line: 1, column: 1), library: "rueidis", role: "client", connection: nil,
      context: .production)
    let envoy = try Judging.report([], on: "envoy", clients: [client]).targets[0]
    #expect(envoy.verdict == .withChanges)
    #expect(envoy.uses.contains { $0.command == "CLIENT TRACKING" && $0.effect == .blocks })
    #expect(try Judging.report([], on: "valkey-8.1", clients: [client]).targets[0].verdict == .asIs)
  }

  @Test(
    arguments: [
      ("db", nil, true), ("selectDB", nil, true), ("databaseId", nil, true), ("DB", "0", false), ("host", nil, false),
    ] as [(String, String?, Bool)])
  func `a database that only the run knows can be any`(label: String, value: String?, selects: Bool) throws {
    let commands = try Judging.commands()
    var client = ClientRecord(
      place: SourcePlace(path: "app.py", line: 1, column: 1), library: "none", role: "client", connection: "CACHE",
      context: .production)
    client.settings = [.init(label: label, value: value, text: value ?? "x", isSpread: false)]
    var get = Judging.operation("GET", "a")
    get.connections = ["CACHE"]
    let report = try AccessRules(commands: commands, library: TargetLibrary(commands: commands)).report(
      on: ScanReport(toolVersion: "1", root: ".", operations: [get], clients: [client]))
    #expect(report.users.map(\.commands) == [selects ? ["get", "select"] : ["get"]])
  }

  @Test func `places to read a stream from are no keys`() throws {
    let read = Judging.operation("XREADGROUP", "orders", ">", library: "go-redis")
    #expect(try Judging.use(read, on: "valkey-cluster") == nil)
  }

  @Test func `events of keys come from every node of a cluster`() throws {
    let listen = Judging.operation("PSUBSCRIBE", channel: "__keyevent@0__:expired")
    #expect(try Judging.use(listen, on: "valkey-cluster")?.rule == "keyspace-events-per-node")
    #expect(try Judging.use(listen, on: "elasticache")?.effect == .limits)
    #expect(try Judging.use(Judging.operation("PSUBSCRIBE", channel: "news.*"), on: "elasticache") == nil)
  }

  @Test(
    arguments: [
      ("db", "3", ["SELECT"]), ("DB", "0", []), ("Protocol", "3", ["HELLO"]), ("RESP", "3", ["HELLO"]),
      ("RESP", "2", []),
      (nil, "redis://h:6379/4", ["SELECT"]), (nil, "redis://h:6379", []),
      (nil, "rediss://u:p@h/0?protocol=3", ["HELLO"]),
      ("clientSideCache", "{}", ["CLIENT TRACKING"]), (nil, "redis://h:6379?db=3", ["SELECT"]),
      (nil, "unix:///run/redis/3.sock?db=2", ["SELECT"]), (nil, "unix:///run/redis/3.sock", []),
      ("initialDatabase", "2", ["SELECT"]), ("database_id", "2", ["SELECT"]), (nil, "https://h/3", []),
    ] as [(String?, String, [String])])
  func `settings of a client are commands when it connects`(label: String?, value: String, commands: [String]) throws {
    var client = ClientRecord(
      place: SourcePlace(path: "app.py", line: 1, column: 1), library: "none", role: "client", connection: nil,
      context: .production)
    client.settings = [.init(label: label, value: value, text: value, isSpread: false)]
    let uses = try Judging.report([], on: "envoy", clients: [client]).targets[0].uses
    #expect(uses.map(\.command) == commands)
  }
}
