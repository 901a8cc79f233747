import Freeze
import InventoryModel
import Testing
import YAML

@Suite struct SchemaFileTests {
  private var schema: KeySchema {
    var key = FrozenKey(template: "cart:{}\n\"\u{202E}")
    key.types = ["hash", "sorted set"]
    key.commands = ["HSET", "ZADD"]
    key.ttl = [.seconds(0.5), .seconds(3600), .unknown]
    key.writers = [SymbolUse(path: "a b.py", symbol: nil), SymbolUse(path: "true", symbol: "Cart.add")]
    var channel = FrozenChannel(template: "carts")
    channel.subscribers = [SymbolUse(path: "x.swift", symbol: "Cart.set(_:to:)")]
    var script = FrozenScript(path: "a.lua", sha1: String(repeating: "0a", count: 20))
    script.keys = 1
    var lock = FrozenLock(name: "{}")
    lock.connections = ["LOCKS: x", "yes"]
    var schema = KeySchema()
    (schema.keys, schema.channels, schema.scripts, schema.locks) = ([key], [channel], [script], [lock])
    return schema
  }

  @Test func `what is written is read as it was`() throws {
    #expect(try FrozenSchema(text: schema.text, file: "f").schema == schema)
  }

  @Test func `an empty schema is written and read too`() throws {
    #expect(try FrozenSchema(text: KeySchema().text, file: "f").schema == KeySchema())
  }

  @Test func `plans stay as they were written, comments too`() throws {
    let plans = """
      plans:
        # until the old workers are gone
        - {from: "cart:{}", to: "basket:{}", dual: read/write, owner: "@a", until: 2026-12-31}

      """
    var frozen = try FrozenSchema(text: "version: 1\n\(plans)\nkeys: []\n", file: "f")
    #expect(
      frozen.plans == [
        MigrationPlan(
          subject: .key, from: "cart:{}", to: "basket:{}", dual: [.read, .write], owner: "@a",
          until: try #require(CalendarDate("2026-12-31")))
      ])
    frozen.schema = schema
    #expect(frozen.text == schema.text + "\n" + plans)
    #expect(try FrozenSchema(text: frozen.text, file: "f").plans == frozen.plans)
  }

  @Test(arguments: [
    ("keys: []", "f:1:1: 'version' is missing: 1"),
    ("version: 2", "f:1:10: this program reads version 1: freeze anew with 'schema --write'"),
    ("version: 1\nkey: []", "f:2:1: unknown key 'key' of a key schema; did you mean 'keys'?"),
    ("version: 1\nkeys:\n  - kye: a", "f:3:5: unknown key 'kye' of a key; did you mean 'key'?"),
    ("version: 1\nkeys:\n  - types: [a]", "f:3:5: 'key' is missing"),
    ("version: 1\nkeys: {}", "f:2:7: a list is expected, not a mapping"),
    ("version: 1\nkeys:\n  - key: a\n  - key: a", "f:4:10: key 'a' is given twice"),
    ("version: 1\nkeys:\n  - key: a\n    ttl: [soon]", "f:4:11: seconds or 'unknown' are expected"),
    ("version: 1\nscripts:\n  - {script: a, sha1: 12}", "f:3:23: 'sha1' is expected: 40 hexadecimal digits"),
    ("version: 1\nplans: 1", "f:2:8: a list of plans is expected"),
    ("version: 1\nplans:\n  - {key: a, dual: raed, owner: b, until: 2026-01-01}", "did you mean 'read'?"),
    ("version: 1\nplans:\n  - {dual: none}", "f:3:5: what the plan is about is missing"),
    ("version: 1\nplans:\n  - {key: a, dual: none, owner: b}", "f:3:5: 'until' is missing"),
    ("version: 1\nplans:\n  - {key: a, dual: none, owner: b, until: 2026-02-30}", "f:3:43: a day is expected"),
    ("version: 1\nplans:\n  - {key: a, dual: none, until: 2026-02-28}", "f:3:5: 'owner' is missing"),
    ("a: [", "f:2:1: "),
  ])
  func `a mistake is told with its place`(text: String, message: String) {
    do throws(YAMLError) {
      _ = try FrozenSchema(text: text, file: "f")
      Issue.record("no error")
    } catch {
      #expect(error.description.contains(message), "\(error)")
    }
  }

  @Test(arguments: ["2026-12-31", "2024-02-29", "2000-02-29", "0001-01-01"])
  func `a day is read and written`(text: String) {
    #expect(CalendarDate(text)?.description == text)
  }

  @Test(arguments: ["2025-02-29", "1900-02-29", "2026-13-01", "2026-00-01", "2026-1-1", "2026-04-31", "", "tomorrow"])
  func `what is no day is refused`(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test(arguments: [(0, "1970-01-01"), (951_782_400, "2000-02-29"), (1_798_761_599, "2026-12-31"), (-1, "1969-12-31")])
  func `a day is made of seconds`(seconds: Int, text: String) {
    #expect(CalendarDate(secondsSince1970: seconds).description == text)
  }
}
