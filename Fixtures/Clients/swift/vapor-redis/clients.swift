import RediStack
import Vapor

/// What the clients of an application and a request stand on.
extension Request.Redis {
  func forwarded(command: String, with arguments: [RESPValue]) -> EventLoopFuture<RESPValue> {
    self.request.application.redis(self.id)
      .pool(for: self.eventLoop)
      .logging(to: self.request.logger)
      .send(command: command, with: arguments)  // want ?
  }

  func silence(_ names: [RedisChannelName]) -> EventLoopFuture<Void> {
    self.request.application.redis(self.id)
      .pubsubClient
      .unsubscribe(from: names)  // want UNSUBSCRIBE "{}"
  }
}

extension Application.Redis {
  func touch() -> EventLoopFuture<Int> {
    self.application.redis(self.id).pool(for: self.eventLoop).exists("a")  // want EXISTS "a"
  }
}
