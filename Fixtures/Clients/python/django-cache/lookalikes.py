from functools import lru_cache

from cachetools import TTLCache

cache = TTLCache(maxsize=10, ttl=60)
cache.get("x")
cache.pop("x", None)
cache.clear()


@lru_cache
def compute():
    return 1


compute.cache_clear()
