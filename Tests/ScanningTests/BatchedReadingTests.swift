import InventoryModel
import Scanning
import Testing

/// Calls are read in batches; a file with more calls than one holds begins the next.
@Suite struct BatchedReadingTests {
  private func keys(_ files: [String: String], path: String, line: Int) async throws -> [String?] {
    let calls = String(repeating: "    store.get('first')\n", count: 30)
    let tree = try TemporaryTree(
      files.merging(["a.py": "import redis\nstore = redis.Redis()\ndef read():\n" + calls]) { own, _ in own })
    let scan = try await Scan.run(paths: [tree.path], options: Options(), usesConfiguration: false)
    return scan.operations(path: path, line: line).map(\.key)
  }

  @Test func `a file that tells a key is wanted by any batch`() async throws {
    let files = [
      "names.py": "PREFIX = 'user:'\n",
      "z.py": "import redis\nfrom names import PREFIX\ndef read(user):\n    redis.Redis().get(PREFIX + user)\n",
    ]
    #expect(try await keys(files, path: "z.py", line: 4) == ["user:{}"])
  }

  @Test(arguments: [
    "store.eval(open('clear.lua').read(), 1, 'session:1')\n",
    "with open('clear.lua') as file:\n    store.eval(file.read(), 1, 'session:1')\n",
  ])
  func `the keys that a script's callers pass are known to batches of scripts`(call: String) async throws {
    let files = [
      "clear.lua": "return redis.call('DEL', KEYS[1])\n",
      "z.py": "import redis\nstore = redis.Redis()\n" + call,
    ]
    #expect(try await keys(files, path: "clear.lua", line: 1) == ["session:1"])
  }
}
