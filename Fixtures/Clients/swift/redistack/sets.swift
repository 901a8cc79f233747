import RediStack
import RedisTypes

func sets(client: RedisClient, id: String) {
  let set = client.makeSet(key: "tags", type: String.self)
  _ = set.insert(id)  // want SADD
  _ = set.contains(id)  // want SISMEMBER
  _ = set.remove(id)  // want SREM
  let other = RedisSet<String>(identifier: "other", client: client)
  _ = other.removeAll()  // want DEL
  _ = other.move(id, to: set)  // want SMOVE
}
