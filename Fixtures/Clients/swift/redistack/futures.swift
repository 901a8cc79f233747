import NIOCore
import RediStack

func connect(on loop: EventLoop) throws {
  let connection = try RedisConnection.make(configuration: configuration, boundEventLoop: loop).wait()
  _ = connection.get("a")  // want GET "a"

  _ = RedisConnection.make(configuration: configuration, boundEventLoop: loop).flatMap { connection in
    connection.set("b", to: 1)  // want SET "b"
  }
  RedisConnection.make(configuration: configuration, boundEventLoop: loop).whenSuccess {
    _ = $0.get("c")  // want GET "c"
  }
}

func chain(client: RedisClient) -> EventLoopFuture<Int> {
  client.get("a")  // want GET "a"
    .flatMap { _ in
      client.set("b", to: 1)  // want SET "b"
    }
    .flatMap { _ in client.increment("c") }  // want INCR "c"
    .always { _ in _ = client.delete("d") }  // want DEL "d"
}

func lease(pool: RedisConnectionPool) {
  _ = pool.leaseConnection { connection in
    connection.set("a", to: 1)  // want SET "a"
      .flatMap { _ in connection.get("b") }  // want GET "b"
  }
  _ = pool.logging(to: logger).get("c")  // want GET "c"
}

func futureOfClient(_ future: EventLoopFuture<RedisClient>) {
  _ = future.flatMap { client in client.get("a") }  // want GET "a"
}

func looped(client: RedisClient, ids: [Int]) async throws {
  for id in ids {
    _ = try await client.get(RedisKey("user:\(id)")).get()  // want GET "user:{}"
  }
  while true {
    _ = try await client.brpop(from: "queue", timeout: .seconds(1)).get()  // want BRPOP "queue"
  }
  await withTaskGroup(of: Void.self) { group in
    for id in ids {
      group.addTask { _ = try? await client.delete("user:\(id)").get() }  // want DEL "user:{}"
    }
  }
}
