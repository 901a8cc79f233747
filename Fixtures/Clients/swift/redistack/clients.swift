import NIOCore
import RediStack

/// A client that other files use.
let sharedPool = RedisConnectionPool(configuration: poolConfiguration, boundEventLoop: eventLoop)

enum Services {
  static let cache = RedisConnectionPool(configuration: poolConfiguration, boundEventLoop: eventLoop)
  static var replica: RedisClient { sharedPool }
  static func make() -> RedisClient { sharedPool }
}

final class Container {
  static let shared = Container()
  let redis: RedisClient = sharedPool
  lazy var lazyRedis = RedisConnectionPool(configuration: poolConfiguration, boundEventLoop: eventLoop)
  let byName: [String: RedisClient] = ["main": sharedPool]
  let shards: [RedisClient] = [sharedPool, Services.cache]
}
