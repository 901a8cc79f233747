import Redis
import Vapor

struct TodoController: RouteCollection {
  func boot(routes: RoutesBuilder) throws {
    let todos = routes.grouped("todos")
    todos.get(use: index)
    todos.delete { req in
      req.redis.lpop(from: "todos").map { _ in "" }  // want LPOP "todos"
    }
  }

  func index(req: Request) async throws -> [String] {
    let redis = req.redis
    async let first = redis.lrange(from: "todos", indices: 0...9).get()  // want LRANGE "todos"
    let total = try await redis.llen(of: "todos").get()  // want LLEN "todos"
    return try await first.map { "\($0) of \(total)" }
  }
}

struct RateLimiter: AsyncMiddleware {
  func respond(to request: Request, chainingTo next: AsyncResponder) async throws -> Response {
    let key = RedisKey("rate:\(request.url.path)")
    let hits = try await request.redis.increment(key).get()  // want INCR "rate:{}"
    if hits == 1 {
      _ = try await request.redis.expire(key, after: .seconds(60)).get()  // want EXPIRE "rate:{}"
    }
    return try await next.respond(to: request)
  }
}
