import os

import redis


class SplitRedis:
    """Sends reads to a replica."""

    def __init__(self):
        self.read_client = redis.Redis.from_url(os.environ["CACHE_REPLICA"])
        self.write_client = redis.Redis.from_url(os.environ["CACHE_PRIMARY"])

    def get(self, key):
        return self.read_client.get(key)

    def set(self, key, value, **options):
        return self.write_client.set(key, value, **options)


class PageCache:
    """Rendered pages."""

    def __init__(self):
        self.client = redis.Redis.from_url(os.environ["CACHE_PRIMARY"])

    def page(self, number, render):
        found = self.client.get(f"page:{number}")
        if found is None:
            found = render(number)
            self.client.set(f"page:{number}", found, ex=300, nx=True)
        return found
