"""A module that is chosen at run time: what it makes is declared to be another library's."""
import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import memcachio


class Holder:
    def __init__(self, name):
        self.modules = {each: importlib.import_module(each) for each in ("coredis", "memcachio")}
        self.module = self.modules[name]


class Cached(Holder):
    async def storage(self) -> "memcachio.Client[bytes]":
        if not self.kept:
            self.kept = self.module.Client("localhost")
        return self.kept

    async def read(self, key):
        return (await self.storage()).get(key)


class Stored(Holder):
    def __init__(self, name):
        super().__init__(name)
        self.client = self.module.Client("localhost")

    async def read(self, key):
        return await self.client.get(f"stored:{key}")  # want GET "stored:{}"
