import RediStack

/// Clients made elsewhere.
func globals() {
  _ = sharedPool.get("a")  // want GET "a"
  _ = Services.cache.get("b")  // want GET "b"
  _ = Services.replica.get("c")  // want GET "c"
  _ = Services.make().get("d")  // want GET "d"
  _ = Container.shared.redis.get("e")  // want GET "e"
  _ = Container.shared.lazyRedis.get("f")  // want GET "f"
  _ = Container.shared.byName["main"]!.get("g")  // want GET "g"
  _ = Container.shared.byName["main", default: sharedPool].get("h")  // want GET "h"
  _ = Container.shared.shards[0].get("i")  // want GET "i"
  for shard in Container.shared.shards {
    _ = shard.get("j")  // want GET "j"
  }
  Container.shared.shards.forEach { _ = $0.get("k") }  // want GET "k"
  Container.shared.byName.values.forEach { shard in
    _ = shard.get("l")  // want GET "l"
  }
}

func optionals(_ redis: RedisClient?, fallback: RedisClient) {
  guard let redis else { return }
  _ = redis.get("a")  // want GET "a"
  let chosen = fallback as RedisClient? ?? sharedPool
  _ = chosen.get("b")  // want GET "b"
  let either = Bool.random() ? redis : fallback
  _ = either.get("c")  // want GET "c"
}

func shadowed(redis: RedisClient?) {
  if let redis = redis {
    _ = redis.get("a")  // want GET "a"
  }
  if let redis, redis.isConnected {
    _ = redis.get("b")  // want GET "b"
  }
  _ = redis?.get("c")  // want GET "c"
  switch redis {
  case .some(let found): _ = found.get("d")  // want GET "d"
  case .none: break
  }
}

func casts(any value: Any) {
  if let client = value as? RedisClient {
    _ = client.get("a")  // want GET "a"
  }
  _ = (value as! RedisClient).get("b")  // want GET "b"
}

func tuples() {
  let (client, id) = (sharedPool, 3)
  _ = client.get("a:\(id)")  // want GET "a:3"
  let pair = (sharedPool, "x")
  _ = pair.0.get("b")  // want GET "b"
}

func values(client: RedisClient) {
  let read = client.get(_:)
  _ = read("a")  // want GET "a"
  let run: (RedisKey) -> Void = { key in
    _ = client.delete(key)  // want DEL
  }
  run("b")
  func nested() {
    _ = client.llen(of: "c")  // want LLEN "c"
  }
  nested()
}

func generic<Client: RedisClient>(_ client: Client) {
  _ = client.get("a")  // want GET "a"
}

func constrained<C>(_ client: C) where C: RedisClient {
  _ = client.get("a")  // want GET "a"
}

func opaque(_ client: some RedisClient, other: any RedisClient, third: RediStack.RedisClient) {
  _ = client.get("a")  // want GET "a"
  _ = other.get("b")  // want GET "b"
  _ = third.get("c")  // want GET "c"
}

func defaulted(client: RedisClient = sharedPool) {
  _ = client.get("a")  // want GET "a"
}

func untyped() {
  let work = { client in _ = client.get("a") }  // want GET "a"
  work(sharedPool)
}
