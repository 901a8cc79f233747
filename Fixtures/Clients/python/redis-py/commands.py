"""Methods whose name or arguments are not those of the command, and some whose are."""
import redis

r = redis.Redis()


def strings(uid, mapping):
    r.set(f"user:{uid}", "x", ex=60, nx=True)  # want SET "user:{}"
    r.set(name=f"user:{uid}", value="x")  # want SET "user:{}"
    r.setex("session:%s" % uid, 3600, "x")  # want SETEX "session:{}"
    r.psetex("session:{}".format(uid), 3600, "x")  # want PSETEX "session:{}"
    r.getex("session:" + uid, ex=10)  # want GETEX "session:{}"
    r.get("user:" + str(uid))  # want GET "user:{}"
    r.mget(["a", "b"])  # want MGET
    r.mget("a", "b")  # want MGET
    r.mset(mapping)  # want MSET
    r.mset({"fixed": 1})  # want MSET "fixed"
    r.incr("counter")  # want INCRBY "counter"
    r.incr("counter", amount=2)  # want INCRBY "counter"
    r.incrby("counter", 3)  # want INCRBY "counter"
    r.decr("counter")  # want DECRBY "counter"
    r.incrbyfloat("balance", 0.5)  # want INCRBYFLOAT "balance"
    r.append("log", "x")  # want APPEND "log"
    r.getset("token", "new")  # want GETSET "token"
    r.bitop("AND", "both", "left", "right")  # want BITOP
    r.bitfield("flags").set("u8", 0, 1).execute()  # want BITFIELD "flags"


def keyspace():
    r.delete("one")  # want DEL "one"
    r.delete("one", "two")  # want DEL
    r.unlink("one")  # want UNLINK "one"
    r.exists("one")  # want EXISTS "one"
    r.expire("one", 60)  # want EXPIRE "one"
    r.ttl("one")  # want TTL "one"
    r.rename("one", "two")  # want RENAME
    r.keys("user:*")  # want KEYS "user:*"
    r.type("one")  # want TYPE "one"
    r.object("encoding", "one")  # want OBJECT ENCODING "one"
    r.memory_usage("one")  # want MEMORY USAGE "one"
    for key in r.scan_iter("user:*"):  # want SCAN "user:*"
        r.delete(key)  # want DEL
    for key in r.scan_iter(match="session:*", count=100):  # want SCAN "session:*"
        print(key)
    cursor, found = r.scan(0, match="job:*")  # want SCAN "job:*"
    return cursor, found


def collections(uid):
    r.hset(f"profile:{uid}", mapping={"name": "x"})  # want HSET "profile:{}"
    r.hget(f"profile:{uid}", "name")  # want HGET "profile:{}"
    r.hgetall(f"profile:{uid}")  # want HGETALL "profile:{}"
    r.hincrby("stats", "hits", 1)  # want HINCRBY "stats"
    r.hexpire("stats", 60, "hits")  # want HEXPIRE "stats"
    list(r.hscan_iter("stats"))  # want HSCAN "stats"
    r.lpush("queue", "job")  # want LPUSH "queue"
    r.lrem("queue", 0, "job")  # want LREM "queue"
    r.brpop("queue", timeout=5)  # want BRPOP "queue"
    r.blpop(["queue"], 5)  # want BLPOP "queue"
    r.lmove("queue", "active", "LEFT", "RIGHT")  # want LMOVE
    r.sadd("tags", "a", "b")  # want SADD "tags"
    r.sinterstore("common", ["tags", "others"])  # want SINTERSTORE
    list(r.sscan_iter("tags"))  # want SSCAN "tags"
    r.zadd("board", {"player": 10})  # want ZADD "board"
    r.zrange("board", 0, -1, withscores=True)  # want ZRANGE "board"
    r.zrangebyscore("board", 0, 10)  # want ZRANGEBYSCORE "board"
    r.zunionstore("total", ["board", "other"])  # want ZUNIONSTORE
    list(r.zscan_iter("board"))  # want ZSCAN "board"
    r.pfadd("visitors", uid)  # want PFADD "visitors"
    r.geoadd("places", (13.4, 52.5, "Berlin"))  # want GEOADD "places"


def streams():
    r.xadd("events", {"type": "x"})  # want XADD "events"
    r.xread({"events": "$"}, block=1000)  # want XREAD "events"
    r.xgroup_create("events", "workers", mkstream=True)  # want XGROUP CREATE "events"
    r.xreadgroup("workers", "one", {"events": ">"})  # want XREADGROUP "events"
    r.xreadgroup("workers", "one", streams={"events": ">"})  # want XREADGROUP "events"
    r.xack("events", "workers", "1-0")  # want XACK "events"
    r.xpending_range("events", "workers", "-", "+", 10)  # want XPENDING "events"
    r.xautoclaim("events", "workers", "one", 1000)  # want XAUTOCLAIM "events"


def server():
    r.ping()  # want PING
    r.info("memory")  # want INFO
    r.config_set("maxmemory", "1gb")  # want CONFIG SET
    r.client_setname("worker")  # want CLIENT SETNAME
    r.client_kill_filter(_id=7)  # want CLIENT KILL
    r.flushdb()  # want FLUSHDB
    r.dbsize()  # want DBSIZE
    r.acl_whoami()  # want ACL WHOAMI
    r.slowlog_get(10)  # want SLOWLOG GET
    r.memory_stats()  # want MEMORY STATS
    with r.monitor() as monitor:  # want MONITOR
        for command in monitor.listen():
            print(command)
    r.connection_pool.disconnect()
    r.close()
