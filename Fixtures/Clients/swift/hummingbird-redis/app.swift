import Hummingbird
import HummingbirdRedis
import RediStack

func buildApplication() async throws -> some ApplicationProtocol {
  let redis = try RedisConnectionPoolService(.init(hostname: "localhost", port: 6379), logger: logger)
  let router = Router()
  router.get("/") { _, _ in
    try await redis.get("a").get()  // want GET "a"
  }
  addRoutes(to: router, redis: redis)
  let persist = RedisPersistDriver(redisConnectionPoolService: redis)
  try await persist.create(key: "session", value: "x", expires: .seconds(60))  // want SET "session"
  try await persist.set(key: "session", value: "y", expires: nil)  // want SET "session"
  _ = try await persist.get(key: "session", as: String.self)  // want GET "session"
  try await persist.remove(key: "session")  // want DEL "session"
  return Application(router: router, services: [redis])
}

func addRoutes(to router: Router<BasicRequestContext>, redis: RedisConnectionPoolService) {
  router.post("count") { _, _ in
    _ = try await redis.pool.increment("count").get()  // want INCR "count"
    return try await redis.set("json", toJSON: "x")  // want SET "json"
  }
}

struct TodoRedisRepository {
  let redis: RedisConnectionPoolService
  func list() async throws -> [String] {
    let ids = try await self.redis.smembers(of: "todos").get()  // want SMEMBERS "todos"
    var todos: [String] = []
    for id in ids {
      let value = try await redis.hgetall(from: "todo:\(id)").get()  // want HGETALL "todo:{}"
      todos.append("\(value)")
    }
    return todos
  }
}
