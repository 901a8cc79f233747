import RediStack

/// Clients that are kept in collections and chosen by expressions.
final class Shards {
  private var clients = [RedisClient]()
  private var byName: [String: RedisClient] = [:]

  func add(_ client: RedisClient, name: String) {
    clients.append(client)
    byName[name] = client
  }

  func read(_ name: String) {
    _ = clients[0].get("a")  // want GET "a"
    if let client = byName[name] { _ = client.get("b") }  // want GET "b"
    _ = clients.first?.get("c")  // want GET "c"
    for client in clients where client.isConnected { _ = client.get("d") }  // want GET "d"
    for (index, client) in clients.enumerated() { _ = client.get("e:\(index)") }  // want GET "e:{}"
    for (_, client) in byName { _ = client.get("f") }  // want GET "f"
    let results = clients.map { $0.get("g") }  // want GET "g"
    print(results)
  }
}

func chosen(flag: Bool, one: RedisClient, two: RedisClient) {
  let byIf = if flag { one } else { two }
  _ = byIf.get("a")  // want GET "a"
  let bySwitch =
    switch flag {
    case true: one
    case false: two
    }
  _ = bySwitch.get("b")  // want GET "b"
  var later: RedisClient
  later = one
  _ = later.get("c")  // want GET "c"
  var holder: RedisClient? = nil
  holder = two
  _ = holder?.get("d")  // want GET "d"
  let made: RedisClient = {
    one
  }()
  _ = made.get("e")  // want GET "e"
  do {
    _ = try one.get("f").wait()  // want GET "f"
  } catch {
    _ = two.get("f")  // want GET "f"
  }
  defer { _ = one.delete("g") }  // want DEL "g"
}

struct Lazy {
  let makeClient: () -> RedisClient
  func use() { _ = makeClient().get("a") }  // want GET "a"
}

enum Backend {
  case redis(RedisClient)
  case memory

  func read() {
    switch self {
    case .redis(let client): _ = client.get("a")  // want GET "a"
    case .memory: break
    }
    if case .redis(let client) = self { _ = client.get("b") }  // want GET "b"
  }
}
