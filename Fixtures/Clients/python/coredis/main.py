import coredis
from coredis import PureToken, Redis

# want INCR
SCRIPT = "return redis.call('INCR', KEYS[1])"


class Store:
    def __init__(self, url):
        self.get_connection = lambda: Redis.from_url(url)
        self.script = self.get_connection().register_script(SCRIPT)  # want SCRIPT LOAD

    async def read(self, key):
        return await self.get_connection().get(key=f"store:{key}")  # want GET "store:{}"

    async def add(self, key):
        return await self.script.execute([f"store:{key}"])  # want EVALSHA "store:{}"

    async def call(self, key):
        return await self.script(keys=[f"store:{key}"])  # want EVALSHA "store:{}"


async def main(client: coredis.RedisCluster):
    await client.set("a", 1, ex=5, condition=PureToken.NX)  # want SET "a"
    await client.incrby("a", 2)  # want INCRBY "a"
    await client.delete(["a"])  # want DEL "a"
    await client.sinterstore(["x", "y"], destination="z")  # want SINTERSTORE
    await client.xread({"events": "$"})  # want XREAD "events"
    await client.json.set("doc", "$", {})  # want JSON.SET "doc"
    async for key in client.scan_iter(match="user:*"):  # want SCAN "user:*"
        print(key)
    async with client.pipeline() as pipe:  # want MULTI*
        pipe.hset("h", {"a": 1})  # want HSET "h"
    async with client.lock("jobs", timeout=3):  # want LOCK* "jobs"
        pass
    async with client.pubsub(channels=["news"]) as pubsub:
        await pubsub.subscribe("more")  # want SUBSCRIBE "more"
