from glide import (
    Batch,
    ExpirySet,
    ExpiryType,
    GlideClient,
    GlideClientConfiguration,
    GlideClusterClient,
    NodeAddress,
    Script,
    glide_json,
)
from glide_sync import GlideClient as SyncClient

# want GET
SOURCE = "return redis.call('GET', KEYS[1])"


async def main(typed: GlideClusterClient):
    client = await GlideClient.create(GlideClientConfiguration([NodeAddress()]))
    await client.set("a", "1", expiry=ExpirySet(ExpiryType.SEC, 10))  # want SET "a"
    await client.get("a")  # want GET "a"
    await client.delete(["a"])  # want DEL "a"
    await client.mset({"b": "1"})  # want MSET "b"
    await client.lpop_count("list", 2)  # want LPOP "list"
    await client.zrange_withscores("board", None)  # want ZRANGE "board"
    await client.publish("hello", "news")  # want PUBLISH "news"
    await client.custom_command(["HSET", "h", "f", "v"])  # want HSET "h"
    await client.invoke_script(Script(SOURCE), keys=["s"])  # want EVALSHA "s"
    await glide_json.set(client, "doc", "$", "{}")  # want JSON.SET "doc"
    batch = Batch(is_atomic=True)
    batch.incr("queued")  # want INCR "queued"
    await client.exec(batch, raise_on_error=True)
    await typed.hgetall("typed")  # want HGETALL "typed"
    await client.close()


def synchronous():
    client = SyncClient.create(GlideClientConfiguration([NodeAddress()]))
    client.exists(["x"])  # want EXISTS "x"
