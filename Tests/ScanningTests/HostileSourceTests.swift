import InventoryModel
import Scanning
import Testing

/// Sources that are made to keep the program busy.
@Suite(.serialized) struct HostileSourceTests {
  /// A source of some length, which is a multiple of the number that it is made with.
  struct Source: CustomTestStringConvertible {
    let name: String
    let count: Int
    let text: @Sendable (Int) -> String

    var testDescription: String { name }
  }

  private static let head = "import redis\nr = redis.Redis()\n"

  private static func numbered(_ count: Int, _ line: (Int) -> String) -> String {
    (0..<count).map(line).joined(separator: "\n") + "\n"
  }

  private static let sources = [
    Source(name: "a key of many holes", count: 8000) {
      head + "r.get(f\"" + String(repeating: "{a}b", count: $0) + "\")\n"
    },
    Source(name: "a format of many holes", count: 4000) {
      head + "r.get(\"" + String(repeating: "{}b", count: $0) + "\".format(a))\n"
    },
    Source(name: "a format whose names are never closed", count: 8000) {
      head + "r.get(\"" + String(repeating: "%(a", count: $0) + "\" % a)\n"
    },
    Source(name: "braces that are never closed", count: 8000) {
      head + "r.get(\"" + String(repeating: "{a", count: $0) + "\".format(a))\n"
    },
    Source(name: "a list of lists", count: 4000) { count in
      head + "k0 = [\"a\"]\n" + numbered(count) { "k\($0 + 1) = k\($0) + [\"a\"]" } + "r.delete(*k\(count))\n"
    },
    Source(name: "a name of many parts", count: 8000) { head + "import a" + String(repeating: ".a", count: $0) + "\n" },
    Source(name: "a map of many clients", count: 1000) { count in
      head + "d = {" + (0..<count).map { "\"k\($0)\": r" }.joined(separator: ", ") + "}\n"
        + numbered(count) { "d[\"k\($0)\"].get(\"a\")" }
    },
    Source(name: "a chain of classes", count: 1000) { count in
      head + "class C0: pass\n" + numbered(count) { "class C\($0 + 1)(C\($0)): pass" }
    },
    Source(name: "keys that are constants", count: 1000) { count in
      head + numbered(count) { "K\($0) = \"a\($0)\"\nr.get(K\($0))" }
    },
  ]

  private func duration(of text: String, name: String = "main.py") async throws -> Duration {
    let tree = try TemporaryTree([name: text])
    let start = ContinuousClock.now
    let scan = try await Scan.run(paths: [tree.path], options: Options(), usesConfiguration: false)
    #expect(!scan.isEmpty)
    return ContinuousClock.now - start
  }

  @Test("four times as much takes not much more than four times as long", arguments: sources)
  func isLinear(source: Source) async throws {
    let short = try await duration(of: source.text(source.count))
    let long = try await duration(of: source.text(source.count * 4))
    #expect(long < short * 8 + .milliseconds(300))
  }

  @Test("lists that double at each step end")
  func doublingLists() async throws {
    let steps = Self.numbered(40) { "k\($0 + 1) = k\($0) + k\($0)" }
    let time = try await duration(of: Self.head + "k0 = [\"a\"]\n" + steps + "r.delete(*k40)\n")
    #expect(time < .seconds(20))
  }

  @Test("conditions that follow each other do not nest without end")
  func guards() async throws {
    func source(_ count: Int) -> String {
      "import RediStack\nfunc f(r: RedisClient) {\n"
        + String(repeating: "guard let a = b else { return }\n", count: count) + "}\n"
    }
    let short = try await duration(of: source(1000), name: "main.swift")
    let long = try await duration(of: source(4000), name: "main.swift")
    #expect(long < short * 8 + .milliseconds(300))
  }
}
