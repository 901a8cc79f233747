import RediStack

/// How arguments find their parameters.
func withClient(
  _ name: String, size: Int = 4, retries: Int = 0, work: (RedisClient) -> Void, failed: (Error) -> Void = { _ in }
) {
  work(sharedPool)
}

func trailing() {
  withClient("a") { client in
    _ = client.get("a")  // want GET "a"
  }
  withClient("b", retries: 2) {
    _ = $0.get("b")  // want GET "b"
  } failed: { _ in
    print("failed")
  }
  withClient("c", work: use, failed: { _ in })
}

func use(_ client: RedisClient) {
  _ = client.get("c")  // want GET "c"
}

func renamed(from source: RedisClient, to target: RedisClient? = nil, _ keys: RedisKey...) {
  _ = source.get(keys[0])  // want GET
  _ = target?.set("copy", to: 1)  // want SET "copy"
}

func untypedLabels(in store: some Sendable, key: RedisKey, with client: RedisClient) {
  _ = client.delete(key)  // want DEL "d"
}

func passes(client: RedisClient) {
  renamed(from: client, to: sharedPool, "x", "y")
  untypedLabels(in: "nothing", key: "d", with: client)
}

func each(_ clients: RedisClient...) {
  for client in clients { _ = client.get("e") }  // want GET "e"
}

func replaced(_ client: inout RedisClient) {
  client = sharedPool
  _ = client.get("f")  // want GET "f"
}
