"""Clients as parameters: typed, known from callers, by default, through callbacks."""
from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Callable, List, Optional, Union, cast

import redis
from fastapi import Depends
from redis import Redis

if TYPE_CHECKING:
    from redis.asyncio import Redis as AsyncRedis

default_client = redis.Redis()


def typed(r: redis.Redis):
    r.get("typed")  # want GET "typed"


def optional(r: Optional[Redis] = None):
    r.get("optional")  # want GET "optional"


def union(r: Redis | None, s: Union[Redis, None]):
    r.get("union")  # want GET "union"
    s.get("old union")  # want GET "old union"


def quoted(r: "redis.Redis"):
    r.get("quoted")  # want GET "quoted"


async def only_while_checking(r: AsyncRedis):
    await r.get("only while checking")  # want GET "only while checking"


def many(rs: List[Redis]):
    for r in rs:
        r.get("many")  # want GET "many"


def untyped(r, key):
    r.get("untyped")  # want GET "untyped"


untyped(redis.Redis(), "x")


def by_keyword(*, connection):
    connection.get("by keyword")  # want GET "by keyword"


by_keyword(connection=redis.Redis())


def by_default(r=default_client):
    r.get("by default")  # want GET "by default"


def passed_on(r):
    untyped(r, "y")
    inner(r)


def inner(r):
    r.get("passed on")  # want GET "passed on"


passed_on(redis.Redis())


def get_redis():
    return redis.Redis()


def injected(r=Depends(get_redis)):
    r.get("injected")  # want GET "injected"


def annotated(r: Annotated[Redis, Depends(get_redis)]):
    r.get("annotated")  # want GET "annotated"


RedisDependency = Annotated[Redis, Depends(get_redis)]


def alias(r: RedisDependency):
    r.get("alias")  # want GET "alias"


def with_client(function: Callable[[Redis], None]):
    return function(redis.Redis())


def callback(r):
    r.get("callback")  # want GET "callback"


with_client(callback)
with_client(lambda r: r.get("lambda"))  # want GET "lambda"


def casted(value: object):
    cast(Redis, value).get("cast")  # want GET "cast"
    cast("redis.Redis", value).get("cast by name")  # want GET "cast by name"


def narrowed(value: object):
    match value:
        case Redis() as found:
            found.get("matched")  # want GET "matched"


def spread(*args, **kwargs):
    args[0].get("spread")  # want GET "spread"
    kwargs["r"].get("spread by name")  # want GET "spread by name"


spread(redis.Redis(), r=redis.Redis())


class Held:
    def __init__(self, name, hub):
        self.name = name
        self.hub = hub

    def run(self):
        self.hub.client.get(f"held:{self.name}")  # want GET "held:{}"


class HeldHub:
    def __init__(self):
        self.client = redis.Redis()

    def make(self, name):
        defaults = dict(hub=self, name=name)
        return Held(**defaults)
