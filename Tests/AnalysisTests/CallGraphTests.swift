import InventoryModel
import Scanning
import TestSupport
import Testing

@Suite struct CallGraphTests {
  private let report: ScanReport

  init() async throws {
    let path = Fixtures.absolutePath("Projects/claims")
    let scan = try await Scan.run(paths: [path], options: Options(), usesConfiguration: false, isDetailed: true)
    report = scan.report(toolVersion: "test", withTimings: false)
  }

  private func node(_ name: String) throws -> FunctionNode {
    try #require(report.callGraph.functions.first { $0.name == name })
  }

  private func operation(_ command: String) throws -> Operation {
    try #require(report.operations.first { $0.command == command && $0.language == .python })
  }

  /// The steps of a function, an operation by its commands and a call by its name.
  private func steps(of node: FunctionNode) -> [String] {
    node.steps.map { step in
      switch step.kind {
      case .operation:
        report.operations.filter { $0.place == step.place }.map(\.command).joined(separator: "|")
      case .call(let call): call.name
      }
    }
  }

  @Test func `an operation knows its function`() throws {
    let number = try #require(try operation("RENAME").functionNumber)
    #expect(report.callGraph.functions[number].name == "ViewCounter.claim")
  }

  @Test func `a method knows the type that owns it`() throws {
    #expect(try node("ViewCounter.claim").type?.name == "ViewCounter")
  }

  @Test func `operations and calls stand in the order of the source`() throws {
    #expect(
      try steps(of: node("flush")) == [
        "ViewCounter", "counter.claim", "database.save", "counter.done", "log",
      ])
    #expect(try steps(of: node("ViewCounter.claim")) == ["RENAME", "HGETALL"])
  }

  @Test func `a call names the functions of the project that it reaches`() throws {
    let flush = try node("flush")
    let reached = flush.steps.flatMap { step -> [String] in
      guard case .call(let call) = step.kind else { return [] }
      return call.callees.compactMap { report.callGraph.functions[$0].name }
    }
    #expect(reached == ["ViewCounter.__init__", "ViewCounter.claim", "ViewCounter.done", "log"])
  }

  @Test func `a call knows its arguments as written, and a function its parameters`() throws {
    let done = try node("ViewCounter.done")
    #expect(done.parameters == ["claimed"])
    let texts = try node("flush").steps.compactMap { step -> [String]? in
      guard case .call(let call) = step.kind, call.name == "counter.done" else { return nil }
      return call.texts
    }
    #expect(texts == [["claimed"]])
  }

  @Test func `a function knows who calls it and where`() throws {
    let caller = try #require(try node("ViewCounter.claim").callers.first)
    #expect(report.callGraph.functions[caller.function].name == "flush")
    #expect(caller.place.path == "app/flusher.py")
    #expect(caller.place.line == 9)
  }

  @Test func `a step stands in its branch in its guard in its loop`() throws {
    let flush = try node("flush")
    let save = try #require(flush.steps.first { $0.place.line == 11 })
    var kinds: [CodeRegion.Kind] = []
    var region: Int? = save.region
    while let here = region {
      kinds.append(flush.regions[here].kind)
      region = flush.regions[here].parent
    }
    #expect(kinds == [.branch, .guarded(0), .loop, .body])
  }

  @Test func `a handler says what it catches and whether it throws again`() throws {
    let flush = try node("flush")
    let log = try #require(flush.steps.last)
    #expect(flush.regions[log.region].kind == .handler(0, catches: ["ConnectionError"], rethrows: false))
  }

  @Test func `an operation knows its receiver, its client and its pipeline`() throws {
    let rename = try operation("RENAME")
    #expect(rename.receiver == "self._redis")
    #expect(rename.clients.map(\.line) == [10])
    #expect(rename.pipeline == nil)
    let (first, second) = (try operation("HINCRBY"), try operation("EXPIRE"))
    #expect(first.pipeline?.line == 13)
    #expect(first.pipeline == second.pipeline)
  }

  @Test func `an operation knows its arguments as they go over the wire`() throws {
    #expect(try operation("CONFIG SET").arguments == ["notify-keyspace-events", "Kx"])
    #expect(try operation("RENAME").arguments == ["views/{}", "views/{}/claimed"])
  }

  @Test func `an operation knows its key as written and whether its answer is used`() throws {
    #expect(try operation("RENAME").keyText == "views/{page}")
    #expect(try operation("DEL").keyText == "claimed")
    #expect(try operation("DEL").isDiscarded)
    #expect(try !operation("HGETALL").isDiscarded)
  }

  @Test func `a client tells what it is made with`() throws {
    let client = try #require(report.clients.first { $0.place.path == "app/store.py" && $0.role == "client" })
    #expect(client.settings.map(\.text) == ["url"])
  }

  @Test func `a lock goes over the connection of the client that it is given, not over its other arguments`() {
    let locks = report.operations.filter { $0.command.hasPrefix("LOCK") }
    #expect(locks.map(\.connections) == [["LOCK_REDIS"], ["LOCK_REDIS"], ["LOCK_REDIS"]])
  }

  @Test func `an operation knows the member called`() throws {
    #expect(try operation("RENAME").method == "rename")
  }

  @Test func `an operation knows that it sets a time to live`() throws {
    #expect(try operation("EXPIRE").setsTTL)
    #expect(try !operation("HINCRBY").setsTTL)
  }

  @Test func `who calls a function with operations is looked for in files that name no client`() throws {
    let caller = try #require(try node("run_once").callers.first)
    #expect(report.callGraph.functions[caller.function].name == "main")
    let release = try #require(report.operations.last { $0.command.hasPrefix("LOCK") })
    #expect(release.errorHandling.handled == .byCaller)
  }
}
