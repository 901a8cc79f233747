"""How a client gets from one place to another."""
import contextlib
import functools
import os

import redis
import redis.asyncio

r = redis.Redis()

make = functools.partial(redis.Redis, host="localhost")
make().get("partial")  # want GET "partial"


def read(client, key):
    return client.get("bound " + key)  # want GET "bound {}"


reader = functools.partial(read, r)
reader(input())

FACTORIES = {"plain": redis.Redis, "cluster": redis.RedisCluster}
FACTORIES["plain"]().get("from dictionary")  # want GET "from dictionary"
FACTORIES[os.environ["KIND"]]().get("by variable")  # want GET "by variable"

LAZY = {"default": lambda: redis.Redis()}
LAZY["default"]().get("lazy factory")  # want GET "lazy factory"

chosen = r if os.environ.get("A") else redis.Redis(db=1)
chosen.get("conditional")  # want GET "conditional"
fallback = None or r
fallback.get("or")  # want GET "or"
last = r and r
last.get("and")  # want GET "and"
(found := redis.Redis()).get("walrus")  # want GET "walrus"
found.get("after walrus")  # want GET "after walrus"

with contextlib.closing(redis.Redis()) as closed:
    closed.get("closing")  # want GET "closing"


@contextlib.contextmanager
def connection():
    client = redis.Redis()
    try:
        yield client
    finally:
        client.close()


with connection() as yielded:
    yielded.get("yielded")  # want GET "yielded"


@functools.lru_cache(maxsize=None)
def cached():
    return redis.Redis()


cached().get("cached")  # want GET "cached"

a, b = redis.Redis(), redis.Redis()
a.get("unpacked a")  # want GET "unpacked a"
b.get("unpacked b")  # want GET "unpacked b"
head, *rest = [redis.Redis(), redis.Redis()]
head.get("head")  # want GET "head"
rest[0].get("rest")  # want GET "rest"


def outer():
    client = redis.Redis()

    def closure():
        client.get("closure")  # want GET "closure"

    return closure


def counting():
    client = None

    def connect():
        nonlocal client
        client = redis.Redis()

    connect()
    client.get("nonlocal")  # want GET "nonlocal"


get = r.get
get("bound method")  # want GET "bound method"
setter = getattr(r, "set")
setter("by getattr", 1)  # want SET "by getattr"
first, second = r.llen, r.scard
first("tuple of methods")  # want LLEN "tuple of methods"
COMMANDS = {"push": r.rpush}
COMMANDS["push"]("method in a map", 1)  # want RPUSH "method in a map"

r.execute_command("SET", "raw", 1)  # want SET "raw"
COMMAND = "HGETALL"
r.execute_command(COMMAND, "constant")  # want HGETALL "constant"
parts = ["ZADD", "list", 1, "x"]  # want ZADD "list"
r.execute_command(*parts)
r.execute_command("CONFIG GET", "maxmemory")  # want CONFIG GET
r.execute_command("CONFIG", "SET", "maxmemory", "1gb")  # want CONFIG SET


def send(name, *args):
    return r.execute_command(name, *args)  # want ?


keys = ["one", "two"]
r.delete(*keys)  # want DEL
r.mget(*[f"user:{i}" for i in range(3)])  # want MGET "user:{}"


def generator():
    yield redis.Redis()


for each in generator():
    each.get("generated")  # want GET "generated"


async def coroutine():
    return redis.asyncio.Redis()


async def awaiting():
    client = await coroutine()
    await client.get("awaited")  # want GET "awaited"
