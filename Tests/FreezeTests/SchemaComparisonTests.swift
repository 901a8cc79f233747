import Freeze
import InventoryModel
import Testing

@Suite struct SchemaComparisonTests {
  private let today = CalendarDate(secondsSince1970: 1_800_000_000)

  private func key(_ template: String, in paths: String...) -> FrozenKey {
    var key = FrozenKey(template: template)
    key.writers = paths.map { SymbolUse(path: $0, symbol: "f") }
    return key
  }

  private func schema(_ keys: FrozenKey...) -> KeySchema {
    var schema = KeySchema()
    schema.keys = keys
    return schema
  }

  private func changes(
    _ current: KeySchema, _ frozen: KeySchema, scope: SchemaScope = SchemaScope(), plans: [MigrationPlan] = []
  ) -> [String] {
    var file = FrozenSchema()
    file.schema = frozen
    return SchemaComparison(of: current, with: file, scope: scope, plans: plans, today: today).changes()
      .map { "\($0.kind) \($0.name)" }
  }

  @Test func `what is equal is no change`() {
    #expect(changes(schema(key("a", in: "x.py")), schema(key("a", in: "x.py"))) == [])
  }

  @Test func `who uses a key may change`() {
    #expect(changes(schema(key("a", in: "y.py", "z.py")), schema(key("a", in: "x.py"))) == [])
  }

  @Test func `what was not scanned is not gone`() {
    let frozen = schema(key("a", in: "app/x.py"), key("b", in: "lib/y.py"), key("c", in: "app/x.py", "lib/y.py"))
    let scope = SchemaScope(base: "app", targets: ["app"])
    #expect(changes(KeySchema(), frozen, scope: scope) == ["gone a"])
    #expect(changes(KeySchema(), frozen) == ["gone a", "gone b", "gone c"])
  }

  @Test func `a folder is no other one whose name begins alike`() {
    let scope = SchemaScope(base: "app", targets: ["app"])
    #expect(changes(KeySchema(), schema(key("a", in: "application/x.py")), scope: scope) == [])
  }

  @Test func `heirs are found below a scanned folder`() {
    var file = FrozenSchema()
    file.schema = schema(key("a", in: "app/x.py"))
    let changes = SchemaComparison(
      of: schema(key("b", in: "x.py")), with: file, scope: SchemaScope(base: "app", targets: ["app"]), today: today
    ).changes()
    #expect(changes.map(\.message).contains { $0.contains("its users now use b") })
  }

  @Test func `a plan covers both of its names up to its last day`() throws {
    let frozen = schema(key("a", in: "x.py"))
    let current = schema(key("b", in: "x.py"))
    func plan(_ until: String) throws -> MigrationPlan {
      MigrationPlan(
        subject: .key, from: "a", to: "b", dual: [.read], owner: "@o", until: try #require(CalendarDate(until)))
    }
    #expect(try changes(current, frozen, plans: [plan("2027-01-15")]) == [])
    #expect(try changes(current, frozen, plans: [plan("2027-01-14")]) == ["gone a", "added b"])
  }

  @Test func `a lock that becomes a lock of unknown time has changed`() {
    var (old, new) = (FrozenLock(name: "l"), FrozenLock(name: "l"))
    old.ttl = [.seconds(600)]
    new.ttl = [.unknown]
    var (frozen, current) = (KeySchema(), KeySchema())
    (frozen.locks, current.locks) = ([old], [new])
    #expect(changes(current, frozen) == ["ttlChanged l"])
  }

  @Test func `scripts of one file are told apart by who runs them`() {
    func script(_ digit: String, _ symbol: String) -> FrozenScript {
      var script = FrozenScript(path: "a.py", sha1: String(repeating: digit, count: 40))
      script.callers = [SymbolUse(path: "a.py", symbol: symbol)]
      return script
    }
    var (frozen, current) = (KeySchema(), KeySchema())
    frozen.scripts = [script("1", "f"), script("2", "g")]
    current.scripts = [script("3", "g"), script("4", "f")]
    var file = FrozenSchema()
    file.schema = frozen
    let changes = SchemaComparison(of: current, with: file, today: today).changes()
    #expect(
      Set(changes.map(\.detail)) == [
        "is 444444444444 instead of 111111111111", "is 333333333333 instead of 222222222222",
      ])
  }
}
