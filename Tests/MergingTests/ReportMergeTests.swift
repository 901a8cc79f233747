import InventoryModel
import Merging
import Testing

@Suite struct ReportMergeTests {
  private func operation(_ path: String, _ line: Int, _ confidence: Confidence = .certain) -> InventoryModel.Operation {
    var operation = Operation(
      place: SourcePlace(path: path, line: line, column: 1), command: "GET", library: "redis-py", role: "client",
      language: .python, context: .production)
    operation.confidence = confidence
    return operation
  }

  private func input(
    _ file: String, root: String = "shop", shard: (Int, Int)? = nil, version: String = "1", repository: String? = nil,
    _ change: (inout ScanReport) -> Void = { _ in }
  ) -> ReportMerge.Input {
    var report = ScanReport(toolVersion: version, root: root)
    report.repository = repository
    report.shard = shard.flatMap { Shard(number: $0.0, count: $0.1) }.map { ShardRecord(shard: $0, parsed: []) }
    change(&report)
    return ReportMerge.Input(file: file, report: report)
  }

  @Test func `parts make one report, in order`() throws {
    let merged = try ReportMerge.merged([
      input("2.json", shard: (2, 2)) {
        $0.operations = [operation("b.py", 1)]
        $0.files.searched = 3
        $0.shard?.parsed = ["b.py"]
      },
      input("1.json", shard: (1, 2)) {
        $0.operations = [operation("a.py", 2)]
        $0.files.searched = 4
        $0.shard?.parsed = ["a.py"]
      },
    ])
    var whole = ScanReport(
      toolVersion: "1", root: "shop", operations: [operation("a.py", 2), operation("b.py", 1)])
    whole.files.searched = 7
    whole.files.read = 2
    #expect(merged == [whole])
  }

  @Test func `what two parts found is there once, as the surer one says, with the connections of both`() throws {
    let merged = try ReportMerge.merged([
      input("1.json", shard: (1, 2)) {
        $0.operations = [operation("a.py", 2, .inferred)]
        $0.operations[0].connections = ["B"]
      },
      input("2.json", shard: (2, 2)) {
        $0.operations = [operation("a.py", 2)]
        $0.operations[0].connections = ["A"]
      },
    ])
    #expect(merged[0].operations.count == 1)
    #expect(merged[0].operations[0].confidence == .certain)
    #expect(merged[0].operations[0].connections == ["A", "B"])
  }

  @Test func `a part that has parsed its file knows best what is in it`() throws {
    let merged = try ReportMerge.merged([
      input("1.json", shard: (1, 2)) {
        $0.operations = [operation("a.py", 1), operation("b.py", 1), operation("c.py", 1)]
      },
      input("2.json", shard: (2, 2)) {
        $0.operations = [operation("b.py", 1)]
        $0.shard?.parsed = ["a.py", "b.py"]
      },
    ])
    #expect(merged[0].operations.map(\.place.path) == ["b.py", "c.py"])
  }

  @Test func `what another part resolved is not unresolved`() throws {
    let place = SourcePlace(path: "a.py", line: 2, column: 1)
    let merged = try ReportMerge.merged([
      input("1.json", shard: (1, 2)) {
        $0.unresolved = [
          UnresolvedSite(place: place, name: "get", reason: "unknown"),
          UnresolvedSite(place: SourcePlace(path: "a.py", line: 3, column: 1), name: "set", reason: "unknown"),
        ]
      },
      input("2.json", shard: (2, 2)) { $0.operations = [operation("a.py", 2)] },
    ])
    #expect(merged[0].unresolved.map(\.name) == ["set"])
  }

  @Test func `it is said where a part leads into another`() throws {
    let crossing = ShardRecord.Crossing(
      path: "lib/store.py", importedAt: SourcePlace(path: "app/a.py", line: 3, column: 1))
    let merged = try ReportMerge.merged([
      input("1.json", shard: (1, 2)) { $0.shard?.crossings = [crossing] }, input("2.json", shard: (2, 2)),
    ])
    #expect(
      merged[0].files.notes == [
        "shard 1/2 leads to files of others, where a whole scan may know more (1): lib/store.py (imported at app/a.py:3)"
      ])
  }

  @Test func `repositories stand side by side, by name`() throws {
    let merged = try ReportMerge.merged([
      input("1.json", root: "src/shop"), input("2.json", root: ".", repository: "acme/cart"),
    ])
    #expect(merged.map(\.repository) == ["acme/cart", "shop"])
  }

  @Test func `parts of several repositories are joined by repository`() throws {
    let merged = try ReportMerge.merged([
      input("1.json", root: ".", shard: (1, 2), repository: "a"), input("3.json", root: ".", repository: "b"),
      input("2.json", root: ".", shard: (2, 2), repository: "a"),
    ])
    #expect(merged.map(\.repository) == ["a", "b"])
    #expect(merged.allSatisfy { $0.shard == nil })
  }

  @Test func `what does not fit together is refused, with the files`() {
    let cases: [([ReportMerge.Input], MergeError)] = [
      ([input("1", shard: (1, 3)), input("2", shard: (3, 3))], .missing(name: "shop", numbers: [2], count: 3)),
      ([input("1", shard: (1, 2)), input("2", shard: (1, 2))], .twice(name: "shop", files: ["1", "2"])),
      ([input("1"), input("2")], .twice(name: "shop", files: ["1", "2"])),
      ([input("1", shard: (1, 2)), input("2")], .twice(name: "shop", files: ["1", "2"])),
      (
        [input("1", shard: (1, 2)), input("2", shard: (2, 3))], .differentCounts(name: "shop", files: ["1", "2"])
      ),
      (
        [input("1", shard: (1, 2)), input("2", shard: (2, 2), version: "2")],
        .differentVersions(name: "shop", files: ["1", "2"])
      ),
      ([input("1"), input("2", root: ".")], .nameless(root: ".", file: "2")),
      ([input("1", root: "a/x"), input("2", root: "b/x")], .sameName(name: "x", files: ["1", "2"])),
    ]
    for (inputs, error) in cases {
      #expect(throws: error) { try ReportMerge.merged(inputs) }
    }
  }

  @Test(arguments: ["0/2", "3/2", "1", "1/2/3", "a/b", "1/0", "", "1/20000"])
  func `no such part`(text: String) {
    #expect(Shard(text) == nil)
  }
}
