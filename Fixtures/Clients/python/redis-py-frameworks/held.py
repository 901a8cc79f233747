"""Clients that other libraries hold, and what decorators put in a function's place."""
import functools

import lazies
import redis
from arq import create_pool
from cachelib import RedisCache as Base
from dishka.integrations.fastapi import FromDishka
from funcy import LazyObject, identity
from limits.storage import RedisStorage
from scrapy_redis.spiders import RedisSpider


@LazyObject
def lazy():
    return redis.Redis()


lazy.mget("a", "b")  # want MGET "a" "b"


@lazies.lazily
def other():
    return redis.Redis()


other.get("other")  # want GET "other"


@lazies.lazily
def itself():
    return itself


itself.get("nothing here")


def retried(function):
    @functools.wraps(function)
    def wrapper(*args):
        return function(*args)

    return wrapper


@retried
def connect(config):
    return redis.Redis(config.get("nothing here"))


connect({"a": 1}).get("connected")  # want GET "connected"
read = identity(lazy.get)
read("read")  # want GET "read"


class Cache(Base):
    def unlink(self, *keys):
        return self._write_client.unlink(*keys)  # want UNLINK


def limited(uri):
    storage = RedisStorage(uri)
    storage.storage.set("limit", 1, nx=True)  # want SET "limit"


async def enqueue(settings):
    pool = await create_pool(settings)
    await pool.set("queued", 1)  # want SET "queued"
    await pool.enqueue_job("job")


async def ready(store: FromDishka[redis.Redis]):
    store.ping()  # want PING


class Spider(RedisSpider):
    def next(self):
        return self.server.lpop(self.redis_key)  # want LPOP
