import Valkey

struct Store {
  let client: any ValkeyClientProtocol
}

extension Store {
  #if swift(>=6.2)
    func read<T: Decodable & SendableMetatype>(_ key: String, as _: T.Type) async throws {
      _ = try await client.get(ValkeyKey(key))  // want GET "{}"
    }
  #else
    func read<T: Decodable>(_ key: String, as _: T.Type) async throws {
      _ = try await client.get(ValkeyKey(key))  // want GET "{}"
    }
  #endif

  func remove(_ key: String) async throws {
    _ = try await client.del(keys: [ValkeyKey(key)])  // want DEL "{}"
  }

  #if os(Linux)
    func touch() async throws {
  #else
    func touch(_ unused: Int) async throws {
  #endif
    _ = try await client.incr("touched")  // want INCR "touched"
  }

  func last() async throws { _ = try await client.decr("touched") }  // want DECR "touched"
}
