"""Functions that others call: with an element, with a list of arguments, later, in a thread."""
import contextvars
import queue
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import redis
import redis.asyncio as aioredis
from fastapi import Depends

client = redis.Redis()
current = contextvars.ContextVar("current")
current.set(client)
current.get().get("context")  # want GET "context"

idle = queue.Queue()
idle.put(redis.Redis())
idle.get().get("idle")  # want GET "idle"


def generate():
    yield client


next(generate()).get("next")  # want GET "next"
next(iter([client])).get("first")  # want GET "first"
list(map(client.delete, ["one", "two"]))  # want DEL
list(map(lambda one: one.get("each"), [client]))  # want GET "each"
ThreadPoolExecutor().map(client.unlink, ["one", "two"])  # want UNLINK


def work(connection, key):
    connection.set(key, 1)  # want SET


threading.Thread(target=work, args=(client, "thread")).start()
threading.Thread(target=work, kwargs={"connection": client, "key": "process"}).start()


async def session():
    async with aioredis.Redis() as opened:
        yield opened


async def route(opened=Depends(session)):
    await opened.get("route")  # want GET "route"


Any = redis.Redis | aioredis.Redis
Bound = TypeVar("Bound", bound=redis.Redis)


def either(one: Any):
    one.get("either")  # want GET "either"


def bound(one: Bound) -> Bound:
    one.get("bound")  # want GET "bound"
    return one


class Middleware:
    def __init__(self, app, store):
        self.app = app
        self.store = store

    async def __call__(self, scope):
        await self.store.incr("calls")  # want INCRBY "calls"


def install(app):
    app.add_middleware(Middleware, store=aioredis.Redis())
