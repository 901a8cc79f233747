import Redis
import Vapor

func configure(_ app: Application) throws {
  app.redis.configuration = try RedisConfiguration(hostname: "localhost")
  app.caches.use(.redis)
}
