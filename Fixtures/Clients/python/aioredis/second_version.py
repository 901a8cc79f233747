import aioredis
from aioredis import Redis


async def main(typed: Redis):
    redis = aioredis.from_url("redis://localhost")
    await redis.set("a", 1, ex=5)  # want SET "a"
    await redis.incr("a")  # want INCRBY "a"
    async with redis.pipeline() as pipe:  # want MULTI*
        await pipe.get("a").execute()  # want GET "a"
    pubsub = redis.pubsub()
    await pubsub.psubscribe("news:*")  # want PSUBSCRIBE "news:*"
    await typed.delete("typed")  # want DEL "typed"
