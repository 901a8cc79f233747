import Foundation
import Testing

@Suite struct GateCommandTests {
  private static let limits = """
    import redis

    client = redis.Redis()
    COUNT = "return redis.call('INCR', KEYS[1])"


    def hit(name):
        return client.eval(COUNT, 1, f"hits:{name}")

    """
  private static let running = """
    from limits import hit


    def test_hit():
        assert hit("me") == 1

    """
  private static let attested = """
    owners: {"*": "@us"}
    attest:
      dashboards: {evidence: "https://dash.example/7", by: "@ops", date: 2026-01-01, expires: 9999-12-31}

    """

  private func files(
    _ more: [String: String] = [:], test: String = running, configuration: String = attested
  ) -> [String: String] {
    ["limits.py": Self.limits, "tests/test_limits.py": test, "redis-inventory.yml": configuration]
      .merging(more) { $1 }
  }

  /// A verdict on a project of these files.
  private func gate(_ files: [String: String]) throws -> Run {
    let tree = try ProjectFolder(files)
    return try withExtendedLifetime(tree) { try Run("gate", tree.path) }
  }

  /// The state of a criterion in the Markdown of a verdict.
  private func state(of criterion: String, in run: Run) -> String? {
    run.output.split(separator: "\n").first { $0.hasPrefix("| `\(criterion)` |") }
      .map { $0.split(separator: "|").last.map(String.init) ?? "" }?
      .replacingOccurrences(of: "*", with: "").trimmingCharacters(in: .whitespaces)
  }

  @Test func `the gate is open when the source shows, or somebody attests, all that it asks for`() throws {
    let tree = try ProjectFolder(files())
    let run = try Run("gate", tree.path)
    #expect(run.output.hasPrefix("# Gate G12: open\n"), "\(run.output)")
    #expect(run.code == 0)
    let json = try Run("gate", tree.path, "--format", "json")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(object["verdict"] as? String == "open")
    #expect((object["criteria"] as? [[String: Any]])?.count == 7)
  }

  @Test func `what nobody attested keeps it closed`() throws {
    let tree = try ProjectFolder(files(configuration: "owners: {\"*\": \"@us\"}"))
    let run = try Run("gate", tree.path)
    #expect(run.code == 1)
    #expect(state(of: "dashboards", in: run) == "needs attestation")
    #expect(state(of: "owners", in: run) == "met")
  }

  @Test func `an expired attestation is not met`() throws {
    let configuration = Self.attested.replacingOccurrences(of: "9999-12-31", with: "2026-01-02")
    let run = try gate(files(configuration: configuration))
    #expect(run.code == 1)
    #expect(state(of: "dashboards", in: run) == "not met")
    #expect(run.output.contains("It does not count: it expired on 2026-01-02."))
  }

  @Test func `a pattern that nobody owns is told`() throws {
    let configuration = Self.attested.replacingOccurrences(of: "\"*\"", with: "\"*.go\"")
    let run = try gate(files(configuration: configuration))
    #expect(state(of: "owners", in: run) == "not met")
    #expect(run.output.contains("nobody owns `limits.py`"))
    let owned = try gate(files([".github/CODEOWNERS": "*.py @us\n"], configuration: configuration))
    #expect(state(of: "owners", in: owned) == "met")
  }

  @Test(arguments: [
    """
    from unittest.mock import MagicMock
    import limits

    def test_hit():
        limits.client = MagicMock()
        limits.client.eval.return_value = 1
        assert limits.hit("me") == 1
    """,
    """
    from unittest.mock import patch
    from limits import hit

    @patch("limits.client.eval", return_value=1)
    def test_hit(run):
        assert hit("me") == 1
    """,
    """
    import pytest
    from limits import hit

    @pytest.fixture
    def server(monkeypatch):
        monkeypatch.setattr("limits.redis.Redis.eval", lambda *_: 1)

    def test_hit(server):
        assert hit("me") == 1
    """,
    """
    import pytest
    from limits import hit

    @pytest.mark.skip
    def test_hit():
        assert hit("me") == 1
    """,
    """
    def test_nothing():
        assert True
    """,
  ])
  func `a test that mocks the server, is skipped, or does something else does not count`(test: String) throws {
    let run = try gate(files(test: test))
    #expect(run.code == 1)
    #expect(state(of: "lua-parity", in: run) == "not met", "\(run.output)")
  }

  @Test func `a mock of something else in the same file does not matter`() throws {
    let test = """
      from unittest.mock import patch
      from limits import hit

      def test_hit():
          assert hit("me") == 1

      def test_name():
          with patch("limits.client.eval") as run:
              hit("me")
      """
    let run = try gate(files(test: test))
    #expect(state(of: "lua-parity", in: run) == "met", "\(run.output)")
  }

  @Test func `fixtures of a conftest are looked through`() throws {
    let test = "from limits import hit\n\n\ndef test_hit(server):\n    assert hit(\"me\") == 1\n"
    let fixture = """
      import pytest

      @pytest.fixture
      def server(mocker):
          return mocker.patch("limits.client.eval", return_value=1)
      """
    let run = try gate(files(["tests/conftest.py": fixture], test: test))
    #expect(state(of: "lua-parity", in: run) == "not met", "\(run.output)")
  }

  private static let flush = """
    import redis

    client = redis.Redis()


    class Flusher:
        def flush(self):
            for key in client.scan_iter("events:*"):
                client.rename(key, f"claimed:{key}")
                data = client.hgetall(f"claimed:{key}")
                store(data)
                client.delete(f"claimed:{key}")

    """
  private static let goFlush = """
    package flush

    import (
    \t"context"

    \t"github.com/redis/go-redis/v9"
    )

    type Flusher struct{ client *redis.Client }

    func (f *Flusher) Flush(ctx context.Context) {
    \titer := f.client.Scan(ctx, 0, "events:*", 100).Iterator()
    \tfor iter.Next(ctx) {
    \t\tkey := iter.Val()
    \t\tf.client.Rename(ctx, key, "claimed:"+key)
    \t\tf.client.HGetAll(ctx, "claimed:"+key)
    \t\tf.client.Del(ctx, "claimed:"+key)
    \t}
    }

    """

  @Test func `a flush must do the same on both sides`() throws {
    let alone = try gate(["flush.py": Self.flush])
    #expect(state(of: "flush-parity", in: alone) == "needs attestation")
    let both = try gate(["flush.py": Self.flush, "flush.go": Self.goFlush])
    #expect(state(of: "flush-parity", in: both) == "met", "\(both.output)")
    let other = Self.goFlush.replacingOccurrences(of: "\t\tf.client.Del(ctx, \"claimed:\"+key)\n", with: "")
    let half = try gate(["flush.py": Self.flush, "flush.go": other])
    #expect(state(of: "flush-parity", in: half) == "not met", "\(half.output)")
  }

  @Test func `in a mixed tree every pattern needs a counterpart in Go`() throws {
    let owned = ["redis-inventory.yml": "owners: {\"*\": \"@us\"}"]
    let both = try gate(owned.merging(["flush.py": Self.flush, "flush.go": Self.goFlush]) { $1 })
    #expect(state(of: "owners", in: both) == "met", "\(both.output)")
    let renamed = Self.goFlush.replacingOccurrences(of: "claimed:", with: "taken:")
    let other = try gate(owned.merging(["flush.py": Self.flush, "flush.go": renamed]) { $1 })
    #expect(state(of: "owners", in: other) == "not met")
    #expect(other.output.contains("nothing in Go uses `claimed:events:{}`"), "\(other.output)")
  }

  @Test func `locks are documented where a document names them`() throws {
    let source = """
      import redis


      class JobLock:
          def run(self, job):
              with redis.Redis().lock("jobs:lock", timeout=30):
                  job()

      """
    let bare = try gate(["jobs.py": source, "README.md": "# Jobs\n"])
    #expect(state(of: "documentation", in: bare) == "needs attestation")
    let told = try gate(["jobs.py": source, "docs/locks.md": "# Locks\n\n`JobLock` takes jobs:lock.\n"])
    #expect(state(of: "documentation", in: told) == "met")
    #expect(told.output.contains("`docs/locks.md:3`"))
  }

  @Test func `keyspace notifications want staging`() throws {
    let source = """
      import redis

      listener = redis.Redis().pubsub()
      listener.psubscribe("__keyevent@0__:expired")

      """
    let run = try gate(["watch.py": source])
    #expect(state(of: "staging", in: run) == "needs attestation")
  }

  @Test func `a broken migration rule keeps it closed`() throws {
    let run = try gate(files(["clear.py": "import redis\n\nredis.Redis().keys(\"a:*\")\n"]))
    #expect(run.code == 1)
    #expect(state(of: "rules", in: run) == "not met")
  }

  @Test(arguments: [
    ("attest: {dashbord: {}}", "redis-inventory.yml:1:10: unknown criterion 'dashbord'; did you mean 'dashboards'?"),
    ("attest: {staging: {evidence: x, by: y, date: 2026-01-01}}", "redis-inventory.yml:1:19: 'expires' is missing"),
    (
      "attest: {staging: {evidence: x, by: y, date: 2026-01-01, expires: soon}}",
      "redis-inventory.yml:1:67: a day is expected"
    ),
    (
      "attest: {staging: {evidence: x, by: y, date: 2026-01-02, expires: 2026-01-01}}",
      "redis-inventory.yml:1:67: it expires before its date, 2026-01-02"
    ),
  ])
  func `a mistake in an attestation is no answer`(configuration: String, message: String) throws {
    let run = try gate(files(configuration: configuration))
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(message), "\(run.errors)")
  }
}
