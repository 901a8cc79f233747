import Redis
import Vapor

public func configure(_ app: Application) async throws {
  app.redis.configuration = try RedisConfiguration(hostname: "localhost")
  app.redis(.cache).configuration = try RedisConfiguration(hostname: "cache")
  app.caches.use(.redis)
  app.sessions.use(.redis)
  try routes(app)
  _ = try await app.redis.ping().get()  // want PING
}

extension RedisID {
  static let cache: RedisID = "cache"
}
