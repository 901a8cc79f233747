import OtherCache

/// A protocol of the same name from another module: nothing here is known to be a client.
func other(client: OtherCache.RedisClient) {
  _ = client.get("a")
  _ = client.set("a", to: 1)
}
