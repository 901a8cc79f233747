import NIOCore
import RediStack

/// A client in a stored property.
final class UserStore {
  private let client: RedisClient
  init(client: RedisClient) { self.client = client }

  func name(_ id: Int) -> EventLoopFuture<RESPValue> {
    client.hget("name", from: key(id))  // want HGET "user:{}"
  }

  func forget(_ id: Int) {
    _ = self.client.delete(key(id))  // want DEL "user:{}"
  }

  private func key(_ id: Int) -> RedisKey { "user:\(id)" }
}

/// A client in a property without a type.
struct Counter {
  let pool = RedisConnectionPool(configuration: poolConfiguration, boundEventLoop: eventLoop)
  let name: String

  func count() { _ = pool.increment(RedisKey("count:\(name)")) }  // want INCR "count:{}"
}

/// A class of its own between the store and the client.
class BaseRepository {
  let redis: RedisClient
  init(redis: RedisClient) { self.redis = redis }
  func drop(_ key: RedisKey) { _ = redis.delete(key) }  // want DEL
}

final class OrderRepository: BaseRepository {
  func add(_ id: Int) {
    _ = redis.rpush(id, into: "orders")  // want RPUSH "orders"
    _ = super.redis.llen(of: "orders")  // want LLEN "orders"
    drop("orders:old")
  }
}

/// A protocol that promises a client.
protocol HasRedis {
  var redis: RedisClient { get }
}

extension HasRedis {
  func heartbeat() { _ = redis.ping() }  // want PING
}

struct Worker: HasRedis {
  let redis: RedisClient
  func work() {
    heartbeat()
    _ = self.redis.lpop(from: "work")  // want LPOP "work"
  }
}

/// A protocol of this project with an implementation over a client.
protocol Cache {
  func read(_ key: String)
}

struct RedisCache: Cache {
  let client: RedisClient
  func read(_ key: String) { _ = client.get(RedisKey(key)) }  // want GET
}

/// A type that is itself a client.
struct Prefixed<Client: RedisClient> {
  let client: Client
}

extension Prefixed: RedisClient {
  var eventLoop: EventLoop { client.eventLoop }
  func send(command: String, with arguments: [RESPValue]) -> EventLoopFuture<RESPValue> {
    // What is sent stands where it is handed in.
    client.send(command: command, with: arguments)
  }
  func clear() { _ = self.lrem("x", from: "list") }  // want LREM "list"
}

/// A conformance in one extension is known in another.
extension Prefixed {
  func trim() { _ = self.ltrim("list", before: 0, after: 9) }  // want LTRIM "list"
  static var empty: RedisKey { "empty" }
}

/// What the project adds to every client.
extension RedisClient {
  func remember(_ id: Int) {
    _ = self.sadd(id, to: "seen")  // want SADD "seen"
    _ = srem(id, from: "unseen")  // want SREM "unseen"
    _ = send(command: "TOUCH", with: [RESPValue(from: "seen")])  // want TOUCH "seen"
  }
}

func useExtension(client: RedisConnection) {
  client.remember(1)
}

actor Limiter {
  private var client: RedisClient!
  func start(_ client: RedisClient) { self.client = client }
  func hit(_ user: String) async throws -> Int {
    let count = try await client.increment(RedisKey("hits:\(user)")).get()  // want INCR "hits:{}"
    if count == 1 {
      _ = try? await client.expire(RedisKey("hits:\(user)"), after: .seconds(60)).get()  // want EXPIRE "hits:{}"
    }
    return count
  }
}
