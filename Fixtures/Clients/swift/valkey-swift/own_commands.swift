import Valkey

struct GetText: ValkeyCommand {
  typealias Response = String?
  static let name = "GET"
  var key: ValkeyKey
  var keysAffected: CollectionOfOne<ValkeyKey> { .init(key) }

  func encode(into commandEncoder: inout ValkeyCommandEncoder) {
    commandEncoder.encodeArray("GET", key)
  }
}

struct NameClient: ValkeyCommand {
  static let name = "CLIENT SETNAME"
  var text: String

  func encode(into commandEncoder: inout ValkeyCommandEncoder) {
    commandEncoder.encodeArray("CLIENT", "SETNAME", text)
  }
}

struct Plain {
  var key: String
  func encode() -> [String] { join("GET", key) }
  func join(_ words: String...) -> [String] { words }
}

func own(_ client: ValkeyClient, id: String) async throws {
  _ = try await client.execute(GetText(key: "user:\(id)"))  // want GET "user:{}"
  _ = try await client.execute(NameClient(text: "worker"))  // want CLIENT SETNAME
  _ = Plain(key: "no").encode()
}
