import os

from framework.cache.valkey import ValkeyCache

cache = ValkeyCache(os.environ["CACHE_URL"])
