import valkey
import valkey.asyncio as avalkey
from valkey import Valkey

v = valkey.Valkey()
v.get("valkey")  # want GET "valkey"
valkey.from_url("valkey://localhost").hgetall("h")  # want HGETALL "h"
valkey.Redis().sadd("s", 1)  # want SADD "s"


async def main(client: Valkey):
    await avalkey.Valkey().set("async", 1)  # want SET "async"
    client.expire("typed", 5)  # want EXPIRE "typed"
