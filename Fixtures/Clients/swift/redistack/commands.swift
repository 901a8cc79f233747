import NIOCore
import RediStack

/// Every kind of method, with its key wherever the labels put it.
func strings(client: RedisClient, id: Int) async throws {
  _ = try await client.get("user:\(id)").get()  // want GET "user:{}"
  _ = client.get("user:\(id)", as: String.self)  // want GET "user:{}"
  _ = client.set("user:\(id)", to: "x")  // want SET "user:{}"
  _ = client.set("user:\(id)", to: "x", onCondition: .keyDoesNotExist, expiration: .seconds(60))  // want SET "user:{}"
  _ = client.setnx("once", to: 1)  // want SETNX "once"
  _ = client.setex("session:\(id)", to: "x", expirationInSeconds: 3600)  // want SETEX "session:{}"
  _ = client.psetex("session:\(id)", to: "x", expirationInMilliseconds: 1500)  // want PSETEX "session:{}"
  _ = client.mget(["a", "b"])  // want MGET
  _ = client.mset(["a": 1, "b": 2])  // want MSET
  _ = client.append("tail", to: "log")  // want APPEND "log"
  _ = client.increment("visits")  // want INCR "visits"
  _ = client.increment("visits", by: 5)  // want INCRBY "visits"
  _ = client.decrement("stock")  // want DECR "stock"
  _ = client.decrement("stock", by: 2)  // want DECRBY "stock"
}

func keys(client: RedisClient, id: Int) {
  _ = client.delete("user:\(id)")  // want DEL "user:{}"
  _ = client.delete(["a", "b"])  // want DEL
  _ = client.exists("user:\(id)")  // want EXISTS "user:{}"
  _ = client.expire("user:\(id)", after: .minutes(5))  // want EXPIRE "user:{}"
  _ = client.ttl("user:\(id)")  // want TTL "user:{}"
  _ = client.pttl("user:\(id)")  // want PTTL "user:{}"
  _ = client.scan(startingFrom: 0, matching: "user:*")  // want SCAN
}

func hashes(client: RedisClient, id: Int) {
  _ = client.hset("name", to: "Ann", in: "user:\(id)")  // want HSET "user:{}"
  _ = client.hsetnx("name", to: "Ann", in: "user:\(id)")  // want HSETNX "user:{}"
  _ = client.hmset(["name": "Ann"], in: "user:\(id)")  // want HMSET "user:{}"
  _ = client.hget("name", from: "user:\(id)")  // want HGET "user:{}"
  _ = client.hget("name", from: "user:\(id)", as: String.self)  // want HGET "user:{}"
  _ = client.hmget("name", "age", from: "user:\(id)")  // want HMGET "user:{}"
  _ = client.hgetall(from: "user:\(id)")  // want HGETALL "user:{}"
  _ = client.hdel("name", from: "user:\(id)")  // want HDEL "user:{}"
  _ = client.hexists("name", in: "user:\(id)")  // want HEXISTS "user:{}"
  _ = client.hlen(of: "user:\(id)")  // want HLEN "user:{}"
  _ = client.hkeys(in: "user:\(id)")  // want HKEYS "user:{}"
  _ = client.hvals(in: "user:\(id)")  // want HVALS "user:{}"
  _ = client.hincrby(1, field: "age", in: "user:\(id)")  // want HINCRBY "user:{}"
  _ = client.hscan("user:\(id)")  // want HSCAN "user:{}"
}

func lists(client: RedisClient) {
  _ = client.lpush("job", into: "queue")  // want LPUSH "queue"
  _ = client.rpush(["a", "b"], into: "queue")  // want RPUSH "queue"
  _ = client.lpop(from: "queue")  // want LPOP "queue"
  _ = client.rpop(from: "queue", as: String.self)  // want RPOP "queue"
  _ = client.brpop(from: "queue", timeout: .seconds(1))  // want BRPOP "queue"
  _ = client.llen(of: "queue")  // want LLEN "queue"
  _ = client.lindex(0, from: "queue")  // want LINDEX "queue"
  _ = client.lset(index: 0, to: "x", in: "queue")  // want LSET "queue"
  _ = client.lrem("x", from: "queue", count: 1)  // want LREM "queue"
  _ = client.ltrim("queue", before: 0, after: 9)  // want LTRIM "queue"
  _ = client.lrange(from: "queue", indices: 0...9)  // want LRANGE "queue"
  _ = client.linsert("x", into: "queue", before: "y")  // want LINSERT "queue"
  _ = client.rpoplpush(from: "queue", to: "processing")  // want RPOPLPUSH
}

func sets(client: RedisClient) {
  _ = client.sadd("a", to: "tags")  // want SADD "tags"
  _ = client.srem("a", from: "tags")  // want SREM "tags"
  _ = client.smembers(of: "tags")  // want SMEMBERS "tags"
  _ = client.sismember("a", of: "tags")  // want SISMEMBER "tags"
  _ = client.scard(of: "tags")  // want SCARD "tags"
  _ = client.spop(from: "tags")  // want SPOP "tags"
  _ = client.smove("a", from: "tags", to: "old")  // want SMOVE
  _ = client.sunion(of: ["a", "b"])  // want SUNION
  _ = client.sunionstore(as: "all", sources: ["a", "b"])  // want SUNIONSTORE
}

func sortedSets(client: RedisClient) {
  _ = client.zadd((element: "ann", score: 10), to: "board")  // want ZADD "board"
  _ = client.zrange(from: "board", indices: 0...9)  // want ZRANGE "board"
  _ = client.zrevrange(from: "board", firstIndex: 0, lastIndex: 9)  // want ZREVRANGE "board"
  _ = client.zrangebyscore(from: "board", withScores: 0...100)  // want ZRANGEBYSCORE "board"
  _ = client.zscore(of: "ann", in: "board")  // want ZSCORE "board"
  _ = client.zrank(of: "ann", in: "board")  // want ZRANK "board"
  _ = client.zincrby(2, element: "ann", in: "board")  // want ZINCRBY "board"
  _ = client.zrem("ann", from: "board")  // want ZREM "board"
  _ = client.zcard(of: "board")  // want ZCARD "board"
  _ = client.zcount(of: "board", withScores: 0...10)  // want ZCOUNT "board"
  _ = client.zpopmin(from: "board")  // want ZPOPMIN "board"
  _ = client.zremrangebyrank(from: "board", indices: 0...9)  // want ZREMRANGEBYRANK "board"
}

func channels(client: RedisClient, id: Int) {
  _ = client.publish("hello", to: "news:\(id)")  // want PUBLISH "news:{}"
  _ = client.subscribe(to: "news") { _, _ in }  // want SUBSCRIBE "news"
  _ = client.psubscribe(to: "news:*") { _, _ in }  // want PSUBSCRIBE "news:*"
  _ = client.unsubscribe(from: "news")  // want UNSUBSCRIBE "news"
  _ = client.activeChannels()  // want PUBSUB CHANNELS
  _ = client.subscriberCount(forChannels: ["news"])  // want PUBSUB NUMSUB
}

func server(client: RedisClient) {
  _ = client.ping()  // want PING
  _ = client.echo("x")  // want ECHO
  _ = client.select(database: 3)  // want SELECT
  _ = client.swapDatabase(0, with: 1)  // want SWAPDB
  _ = client.authorize(with: "secret")  // want AUTH
}
