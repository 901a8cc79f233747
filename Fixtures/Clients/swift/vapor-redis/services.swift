import Queues
import Redis
import Vapor

/// A wrapper around the application's client.
struct UserCache {
  let redis: RedisClient
  func load(_ id: Int) async throws -> String? {
    try await redis.hget("name", from: "user:\(id)", as: String.self).get()  // want HGET "user:{}"
  }
}

extension Application {
  var userCache: UserCache { .init(redis: self.redis) }
  var fallback: RedisClient { redis }
}

extension Request {
  var userCache: UserCache { UserCache(redis: redis) }
  func forget(_ id: Int) async throws {
    _ = try await self.redis.delete("user:\(id)").get()  // want DEL "user:{}"
    _ = try await redis.publish("gone", to: "users").get()  // want PUBLISH "users"
  }
}

func useServices(req: Request) async throws {
  _ = try await req.userCache.load(1)
  _ = try await req.application.redis.exists("a").get()  // want EXISTS "a"
  _ = try await req.application.fallback.exists("b").get()  // want EXISTS "b"
  try await req.forget(1)
}

struct CleanUp: AsyncJob {
  func dequeue(_ context: QueueContext, _ payload: String) async throws {
    _ = try await context.application.redis.delete("job:\(payload)").get()  // want DEL "job:{}"
  }
}

struct Boot: LifecycleHandler {
  func didBoot(_ application: Application) throws {
    _ = application.redis.subscribe(to: "events") { _, message in  // want SUBSCRIBE "events"
      print(message)
    }
    _ = application.redis.withBorrowedConnection { client in
      client.get("a")  // want GET "a"
        .flatMap { _ in client.get("b") }  // want GET "b"
    }
  }
}

func caches(app: Application) async throws {
  let cache = app.caches.redis
  let _: String? = try await cache.get("page", as: String.self)  // want GET "page"
  try await cache.set("page", to: "x")  // want SET "page"
  try await app.caches.redis(.cache).set("page", to: "x", expiresIn: .hours(1))  // want SETEX "page"
}
