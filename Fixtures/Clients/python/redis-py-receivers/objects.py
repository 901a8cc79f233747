"""Clients that objects hold."""
import abc
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar, Generic, Optional, Protocol, TypeVar

import redis
from redis import Redis


class Store:
    def __init__(self, client=None):
        self.client = client or redis.Redis()
        self._prefix = "store"

    def read(self, key):
        return self.client.get(f"{self._prefix}:{key}")  # want GET "store:{}"


class Late:
    client = None

    def connect(self):
        self.client = redis.Redis()
        return self

    def read(self):
        self.client.get("late")  # want GET "late"


class Lazy:
    def __init__(self):
        self._client = None

    @property
    def client(self):
        if self._client is None:
            self._client = redis.Redis()
        return self._client

    @cached_property
    def cached(self):
        return redis.Redis()

    def connection(self):
        return self.client

    def read(self):
        self.client.get("property")  # want GET "property"
        self.cached.get("cached property")  # want GET "cached property"
        self.connection().get("getter")  # want GET "getter"


class OnClass:
    client = redis.Redis()
    other: ClassVar[Redis] = redis.Redis()

    def read(self):
        self.client.get("class attribute")  # want GET "class attribute"
        OnClass.other.get("through class")  # want GET "through class"

    @classmethod
    def count(cls):
        cls.client.incr("class method")  # want INCRBY "class method"


class Child(Store):
    def drop(self, key):
        self.client.delete(key)  # want DEL
        super().read(key)


class Mixin:
    def touch_all(self):
        self.client.touch("mixin")  # want TOUCH "mixin"


class Mixed(Mixin, Store):
    pass


Mixed().touch_all()


class Backend(abc.ABC):
    @abc.abstractmethod
    def connection(self): ...

    def read(self):
        return self.connection().get("abstract")  # want GET "abstract"


class RedisBackend(Backend):
    def connection(self):
        return redis.Redis()


RedisBackend().read()


class HasClient(Protocol):
    client: Redis


def by_protocol(holder: HasClient):
    holder.client.get("protocol")  # want GET "protocol"


@dataclass
class Repository:
    client: Redis
    fallback: Optional[Redis] = None
    made: Redis = field(default_factory=redis.Redis)

    def read(self):
        self.client.get("field")  # want GET "field"
        self.fallback.get("optional field")  # want GET "optional field"
        self.made.get("factory field")  # want GET "factory field"


class Wrapper:
    """Delegates what it does not know."""

    def __init__(self, url):
        self._redis = redis.from_url(url)

    def __getattr__(self, name):
        return getattr(self._redis, name)


wrapped = Wrapper("redis://localhost")
wrapped.get("delegated")  # want GET "delegated"


class ReadWrite:
    def __init__(self, primary, replica):
        self.primary = primary
        self.replica = replica

    def get(self, key):
        return self.replica.get(f"rw:{key}")  # want GET "rw:{}"

    def set(self, key, value):
        return self.primary.set(f"rw:{key}", value)  # want SET "rw:{}"


split = ReadWrite(redis.Redis(), redis.Redis(port=6380))
split.set(input(), 1)
split.get(input())


class MyRedis(redis.Redis):
    def read(self, key):
        return self.get(f"mine:{key}")  # want GET "mine:{}"

    def set(self, name, value):
        return super().set("mine:" + name, value)  # want SET "mine:{}"


MyRedis().hget("inherited", "a")  # want HGET "inherited"

T = TypeVar("T")


class Box(Generic[T]):
    def __init__(self, value: T):
        self.value = value

    def open(self) -> T:
        return self.value


Box(redis.Redis()).open().get("generic")  # want GET "generic"


class Session:
    def __enter__(self):
        self.connection = redis.Redis()
        return self.connection

    def __exit__(self, *error):
        self.connection.close()


with Session() as connection:
    connection.get("entered")  # want GET "entered"


class Nested:
    def __init__(self):
        self.store = Store(redis.Redis())


Nested().store.client.get("nested")  # want GET "nested"


def of_all(count):
    servers = []
    for number in range(count):
        servers.append(redis.Redis(db=number))
    servers[0].flushall()  # want FLUSHALL


class Entered:
    """Entered by hand, as a stack of contexts does it."""

    def __init__(self):
        self.manager = redis.Redis()

    def use(self):
        client = self.manager.__enter__()
        client.get("entered")  # want GET "entered"
