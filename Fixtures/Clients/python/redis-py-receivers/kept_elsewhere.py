"""Clients kept in objects of which nothing else is known, and functions that are given to others."""
import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import redis
from fastapi import FastAPI

local = threading.local()
app = FastAPI()
app.state.redis = redis.Redis()


def of_thread():
    if not hasattr(local, "client"):
        local.client = redis.Redis()
    return local.client


of_thread().get("of thread")  # want GET "of thread"
app.state.redis.get("state")  # want GET "state"
app.state.settings.get("nothing here")


class Single:
    _instance = None

    def __new__(cls):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
            cls._instance.redis = redis.Redis()
        return cls._instance

    def read(self, key):
        return self.redis.get(f"single:{key}")  # want GET "single:{}"


class Named(NamedTuple):
    name: str
    client: redis.Redis


_, client = Named("a", of_thread())
client.get("unpacked")  # want GET "unpacked"

executor = ThreadPoolExecutor()
executor.submit(of_thread().get, "submitted")  # want GET "submitted"


async def outside():
    await asyncio.to_thread(of_thread().delete, "thread")  # want DEL "thread"
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, of_thread().incr, "executor")  # want INCRBY "executor"
    await loop.run_in_executor(None, {}.get, "nothing here")
