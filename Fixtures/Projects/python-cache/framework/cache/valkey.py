from valkey import Valkey

from framework.cache.base import Cache


class ValkeyCache(Cache):
    def __init__(self, url, prefix="cache"):
        self._client = Valkey.from_url(url)
        self._prefix = prefix

    def get(self, key):
        return self._client.get(f"{self._prefix}:{key}")

    def set(self, key, value, ttl=300):
        self._client.set(f"{self._prefix}:{key}", value, ex=ttl)

    def clear(self):
        keys = self._client.keys(f"{self._prefix}:*")
        if keys:
            self._client.delete(*keys)
