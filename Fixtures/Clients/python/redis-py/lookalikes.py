"""Nothing here is Redis, or nothing here is sent."""
import asyncio
import os
import queue
import time
from unittest import mock

import requests
from events import EventEmitter
from pymemcache.client.base import Client as Memcache

import redis

r = redis.Redis()

settings = {"get": 1}
settings.keys()
settings.get("redis")
settings.pop("redis")
settings.copy()
list(settings.items())

words = []
words.append("SET")
words.sort()
words.copy()

names = set()
names.add("redis")

jobs = queue.Queue()
jobs.get()
jobs.put("GET")

memcache = Memcache("localhost")
memcache.get("key")
memcache.set("key", "value", expire=60)
memcache.delete("key")

requests.get("https://example.org")
session = requests.Session()
session.delete("https://example.org")

os.rename("a", "b")
os.environ.get("REDIS_URL")
time.time()

bus = EventEmitter()
bus.publish("channel", "message")
bus.subscribe("channel")

fake = mock.Mock(spec=redis.Redis)
patched = mock.patch("redis.Redis.get")


class MemoryCache:
    """Has the methods of a cache: set, get, delete."""

    def __init__(self):
        self.values = {}

    def get(self, key):
        return self.values.get(key)

    def set(self, key, value, ex=None):
        self.values[key] = value

    def delete(self, key):
        self.values.pop(key, None)


cache = MemoryCache()
cache.set("a", 1, ex=60)
cache.get("a")
cache.delete("a")


async def later():
    lock = asyncio.Lock()
    async with lock:
        await asyncio.sleep(1)
    condition = asyncio.Queue()
    await condition.get()


text = "r.get('x') reads a key, r.set('x', 1) writes it"
r.set("stamp", time.time())  # want SET "stamp"
r.close()
