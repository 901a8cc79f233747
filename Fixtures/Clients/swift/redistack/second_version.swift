import RediStack

/// Command objects of RediStack 2.
extension RedisCommand where ResultType == Bool {
  static func clear() -> RedisCommand<Bool> {
    return .init(keyword: "FLUSHDB", arguments: [], mapValueToResult: { $0.string == "OK" })  // want FLUSHDB
  }
  static func configure(_ key: String) -> RedisCommand<Bool> {
    return .init(keyword: "CONFIG", arguments: [.init(from: "SET"), .init(from: key)]) { _ in true }  // want CONFIG SET
  }
}

final class ObjectClient {
  let connection: RedisConnection
  init(connection: RedisConnection) { self.connection = connection }

  func push(_ value: String) async throws -> Int {
    let command: RedisCommand<Int> = .lpush(value, into: "jobs")  // want LPUSH "jobs"
    return try await run(command)
  }

  func read() async throws {
    _ = try await connection.send(.get("one")).get()  // want GET "one"
    _ = try await connection.send(.echo("x"), eventLoop: nil, logger: nil).get()  // want ECHO
    let script = RedisCommand<RESPValue>(keyword: "EVAL", arguments: [])  // want EVAL
    _ = try await connection.send(script).get()
    let field = RedisCommand.hset("f", to: "v", in: "fields")  // want HSET "fields"
    _ = try await run(field)
    _ = try await run(.clear())
    store.send(.show(1))
  }

  func run<Result>(_ command: RedisCommand<Result>) async throws -> Result {
    try await connection.send(command).get()
  }
}
