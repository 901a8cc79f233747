import InventoryModel
import Testing

struct WorkloadTests {
  @Test func `what shares nothing moves apart`() throws {
    #expect(try parts(Judging.operation("GET", "a:{}"), Judging.operation("GET", "b:{}", line: 2)).count == 2)
  }

  @Test func `a key, a connection, a script or a pipeline joins`() throws {
    #expect(try parts(Judging.operation("GET", "a:{}"), Judging.operation("DEL", "a:{}", line: 2)).count == 1)
    #expect(try parts(Judging.operation("GET", "{}"), Judging.operation("DEL", "{}", line: 2)).count == 2)
    var (first, second) = (Judging.operation("GET", "a"), Judging.operation("GET", "b", line: 2))
    (first.connections, second.connections) = (["CACHE_URL"], ["CACHE_URL"])
    #expect(try parts(first, second).map(\.reasons) == [["a connection"]])
    (first.connections, second.connections) = ([], [])
    (first.script, second.script) = ("aa", "aa")
    #expect(try parts(first, second).count == 1)
  }

  @Test func `a walk over keys joins what it walks over`() throws {
    let walk = Judging.operation("SCAN", "events:*")
    #expect(try parts(walk, Judging.operation("HSET", "events:{}", line: 2)).count == 1)
    #expect(try parts(walk, Judging.operation("HSET", "other:{}", line: 2)).count == 2)
  }

  @Test func `messages go first and locks last`() throws {
    let lock = Judging.operation("LOCK*", "l", library: "redis-py")
    var message = Judging.operation("PUBLISH", channel: "news", line: 2)
    message.group = "pubsub"
    var queue = Judging.operation("BLPOP", "jobs", line: 3)
    queue.group = "list"
    #expect(try parts(lock, queue, message).map(\.name) == ["news", "jobs", "l"])
  }

  private func parts(_ operations: Operation...) throws -> [Workload] {
    try Judging.report(operations, on: "valkey-8.1").workloads
  }
}
