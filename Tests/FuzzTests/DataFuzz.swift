import PCRE2
import Reporting
import Testing
import YAML

@Suite struct DataFuzz {
  @Test func `YAML survives broken documents`() throws {
    let samples = [
      """
      # comment
      library: &a redis-py
      imports: [redis, "redis.asyncio", 'x: y']
      roles:
        client: { constructors: [Redis, "StrictRedis"], returns: *a }
        pipeline:
          - name: >-
              folded
              text
            methods: |
              literal
          - ? complex
            : !!str 10
      ---
      %YAML 1.1
      ...
      """
    ]
    try Fuzzer(name: "yaml", samples: samples).run { input in
      let text = String(decoding: input, as: UTF8.self)
      do throws(YAMLError) {
        _ = try YAML.documents(in: text, file: "a.yml")
      } catch {
        #expect(error.position.line >= 1 && error.position.column >= 1 && !error.message.isEmpty)
      }
    }
  }

  @Test func `the compact form of a document survives being broken`() throws {
    let packed = try YAML.parse("a: &a [x, 'é', {}]\nb: {c: x, d: *a}\ne: |\n  text\n", file: "a.yml").packed
    try Fuzzer(name: "packed", samples: [packed]).run { input in
      guard let node = YAMLNode(packed: String(decoding: input, as: UTF8.self)) else { return }
      #expect(YAMLNode(packed: node.packed) == node)
    }
  }

  @Test func `a regular expression survives whatever it is made of`() throws {
    let samples = ["^(?<key>[a-z]+):(\\d{1,3})?$", "(?i:a|b)*+(?=c)\\1\\p{L}", "(?(1)a|b)(?R)?\\K[[:alpha:]]"]
    try Fuzzer(name: "pcre2", samples: samples).run { input in
      guard input.count < 10_000, let pattern = try? Pattern(String(decoding: input, as: UTF8.self)) else { return }
      let match = pattern.firstMatch(in: input)
      #expect((match != nil) == pattern.matches(in: input))
      #expect(match.map { $0.range.upperBound <= input.count } ?? true)
    }
  }

  @Test func `a report that somebody else wrote is read or refused`() throws {
    let samples = [
      #"""
      {"schemaVersion": 1, "tool": {"name": "redis-inventory", "version": "1"}, "root": ".", "operations": [],
      "shard": {"number": 1, "count": 2, "parsed": ["a.py"], "crossings": [{"path": "b.py", "importedAt": null}]},
      "scripts": [], "clients": [{"path": "a.py", "line": 3, "column": 9, "library": "redis-py", "role": "client",
      "context": "production", "connection": null}], "unresolved": [{"path": "\u00e9\ud83d\ude00.py", "line": 1,
      "column": 1, "name": "get", "reason": "x"}], "files": {"searched": 1, "read": 1, "skippedCounts": {},
      "skipped": [], "unreadable": [], "notFullyParsed": [], "notes": []}, "timings": [{"phase": "search",
      "seconds": 1.5e-3, "files": 1, "bytes": 2}]}
      """#
    ]
    try Fuzzer(name: "report", samples: samples).run { input in
      do throws(ReportReadingError) {
        _ = try ReportReader.reports(in: input)
      } catch {
        #expect(!error.message.isEmpty)
      }
    }
  }
}
