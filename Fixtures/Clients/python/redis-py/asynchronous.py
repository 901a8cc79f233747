import asyncio

import redis.asyncio
import redis.asyncio as aioredis
from redis.asyncio import Redis, RedisCluster
from redis.asyncio.sentinel import Sentinel


async def main(uid):
    client = Redis(host="localhost")
    await client.set(f"user:{uid}", 1)  # want SET "user:{}"
    value = (await client.get(f"user:{uid}")).decode()  # want GET "user:{}"

    other = await aioredis.from_url("redis://localhost")
    await other.delete("x")  # want DEL "x"

    spelled = redis.asyncio.Redis()
    await spelled.ping()  # want PING

    async with redis.asyncio.Redis() as entered:
        await entered.incr("entered")  # want INCRBY "entered"
        async with entered.pipeline(transaction=True) as pipe:  # want MULTI*
            await pipe.set("a", 1).execute()  # want SET "a"

    async for key in client.scan_iter("user:*"):  # want SCAN "user:*"
        await client.delete(key)  # want DEL

    await asyncio.gather(
        client.get("first"),  # want GET "first"
        client.get("second"),  # want GET "second"
    )

    pubsub = client.pubsub()
    await pubsub.subscribe("news")  # want SUBSCRIBE "news"
    async for message in pubsub.listen():
        print(message)

    async with client.lock("lock"):  # want LOCK* "lock"
        await client.get("inside")  # want GET "inside"

    cluster = RedisCluster(host="localhost")
    await cluster.get("cluster")  # want GET "cluster"

    primary = Sentinel([("localhost", 26379)]).master_for("main")
    await primary.set("primary", 1)  # want SET "primary"

    [await client.hget("h", field) for field in ("a", "b")]  # want HGET "h"
    await client.aclose()
    return value


asyncio.run(main(1))
