import Logging
import ServiceLifecycle
import Valkey

let cluster = ValkeyClusterClient(nodeDiscovery: discovery, logger: logger)

func local() async throws {
  let client = ValkeyClient(.hostname("localhost", port: 6379), logger: logger)
  _ = try await client.get("a")  // want GET "a"
  async let running: () = client.run()
  try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask { _ = try await client.get("b") }  // want GET "b"
  }
  await running
  _ = try await cluster.get("c")  // want GET "c"
}

func some(_ client: some ValkeyClientProtocol) async throws {
  _ = try await client.get("a")  // want GET "a"
}

func any(_ client: any ValkeyClientProtocol) async throws {
  _ = try await client.get("a")  // want GET "a"
}

func generic<Client: ValkeyClientProtocol>(_ client: Client) async throws {
  _ = try await client.get("a")  // want GET "a"
}

func connections(client: ValkeyClient) async throws -> String? {
  let value = try await client.withConnection { connection in
    try await connection.get("a")  // want GET "a"
  }
  try await client.withConnection {
    _ = try await $0.get("b")  // want GET "b"
  }
  try await ValkeyConnection.withConnection(address: .hostname("localhost"), logger: logger) { connection in
    _ = try await connection.get("c")  // want GET "c"
  }
  try await client.withConnection(operation: handle)
  return value.map { String($0) }
}

func handle(_ connection: ValkeyConnection) async throws {
  _ = try await connection.get("d")  // want GET "d"
}

struct Repository<Client: ValkeyClientProtocol>: Sendable {
  let client: Client
  let prefix: String

  func find(_ id: Int) async throws -> String? {
    guard let value = try await client.get(key(id)) else { return nil }  // want GET "{}:{}"
    return String(value)
  }

  private func key(_ id: Int) -> ValkeyKey { .init("\(prefix):\(id)") }
}

extension ValkeyClientProtocol {
  func touchAll(_ keys: [ValkeyKey]) async throws {
    _ = try await touch(keys: keys)  // want TOUCH
    _ = try await self.unlink(keys: keys)  // want UNLINK
  }
}

final class Deps: Sendable {
  let valkey: ValkeyClient
  init() { valkey = ValkeyClient(.hostname("localhost"), logger: logger) }
}

extension Deps {
  static let shared = Deps()
}

func shared() async throws {
  _ = try await Deps.shared.valkey.get("a")  // want GET "a"
}

final class Tries {
  let client: ValkeyClient

  init(client: ValkeyClient) { self.client = client }

  func read(_ id: String) async -> String? {
    let key = ValkeyKey("tries:\(id)")
    if let cached = try? await client.getex(key, expiration: .seconds(600)) {  // want GETEX "tries:{}"
      return String(cached)
    }
    guard let other = try? await client.get("other") else { return nil }  // want GET "other"
    try? await client.set(key, value: other)  // want SET "tries:{}"
    while let next = try!
      await client.lpop("list")  // want LPOP "list"
    {
      print(next)
    }
    return nil
  }

  func after() async throws {
    _ = try await client.get("after")  // want GET "after"
  }
}
