"""Keys made of parts that callers put together."""
import redis


class Store:
    prefix = "limits"

    def __init__(self, uri):
        self.client = redis.Redis.from_url(uri)

    def prefixed(self, key):
        return f"{self.prefix}:{key}"

    def read(self, previous, current):
        previous = self.prefixed(previous)
        current = self.prefixed(current)
        return self.client.mget(previous, current)  # want MGET "limits:{}/-1" "limits:w:{}"

    def plain(self, key):
        return self.client.get(self.prefixed(key))  # want GET "limits:{}"


class Window:
    def __init__(self):
        self.store = Store("redis://host")

    def name(self, key):
        return f"w:{key}"

    def previous(self, key):
        return f"{key}/-1"

    def get(self, key):
        return self.store.read(self.previous(key), self.name(key))

    def both(self, key):
        return self.store.plain("one"), self.store.plain("two"), self.store.plain(self.name(key))
