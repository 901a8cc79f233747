import RediStack

/// How keys are put together.
enum Keys {
  static let prefix = "app"
  static let users = RedisKey("users")
  static func session(_ id: String) -> RedisKey { RedisKey("session:\(id)") }
  static func scoped(_ name: String) -> RedisKey { "\(prefix):\(name)" }
}

struct UserKey {
  let id: Int
  var key: RedisKey { "user:\(id)" }
}

extension RedisKey {
  static let counter: RedisKey = "counter"
  static func job(_ id: Int) -> RedisKey { .init("job:\(id)") }
}

func keyForms(client: RedisClient, id: Int, name: String) {
  _ = client.get(Keys.users)  // want GET "users"
  _ = client.get(Keys.session(name))  // want GET "session:{}"
  _ = client.get(Keys.scoped("x"))  // want GET "app:x"
  _ = client.get(UserKey(id: id).key)  // want GET "user:{}"
  _ = client.get(RedisKey("a:" + name))  // want GET "a:{}"
  let local: RedisKey = "local:\(id)"
  _ = client.delete(local)  // want DEL "local:{}"
  _ = client.get(RedisKey(rawValue: "b:\(name)")!)  // want GET "b:{}"
  let parts = ["c", "d"].joined(separator: ":")
  _ = client.get(RedisKey(parts))  // want GET "c:d"
  _ = client.get(#"raw:\#(name)"#)  // want GET "raw:{}"
  for shard in ["s1", "s2"] {
    _ = client.get(RedisKey("shard:\(shard)"))  // want GET
  }
}
