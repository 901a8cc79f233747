import aioredis


async def main(uid):
    redis = await aioredis.create_redis_pool("redis://localhost")
    await redis.set(f"user:{uid}", "x", expire=60)  # want SET "user:{}"
    await redis.get(f"user:{uid}", encoding="utf-8")  # want GET "user:{}"
    await redis.incr("counter")  # want INCR "counter"
    await redis.delete("one", "two")  # want DEL
    await redis.hmset_dict("h", {"a": 1})  # want HMSET "h"
    await redis.zadd("board", 10, "player")  # want ZADD "board"
    async for key in redis.iscan(match="user:*"):  # want SCAN "user:*"
        print(key)
    await redis.eval("return 1", keys=["k"])  # want EVAL "k"
    await redis.execute("SET", "raw", 1)  # want SET "raw"
    (channel,) = await redis.subscribe("news")  # want SUBSCRIBE "news"
    await redis.publish_json("news", {})  # want PUBLISH "news"
    transaction = redis.multi_exec()  # want MULTI*
    transaction.incr("inside")  # want INCR "inside"
    await transaction.execute()
    redis.close()
    await redis.wait_closed()

    single = await aioredis.create_redis(("localhost", 6379))
    await single.ttl("x")  # want TTL "x"

    connection = await aioredis.create_connection("redis://localhost")
    await connection.execute("GET", "connection")  # want GET "connection"
