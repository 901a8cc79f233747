"""Counters of page views, and their way into the database."""

import redis


class ViewCounter:
    """Counts page views until the flusher takes them."""

    def __init__(self, url):
        self._redis = redis.Redis.from_url(url)

    def count(self, page):
        pipe = self._redis.pipeline()
        pipe.hincrby(f"views/{page}", "total", 1)
        pipe.expire(f"views/{page}", 3600)
        pipe.execute()

    def claim(self, page):
        claimed = f"views/{page}/claimed"
        self._redis.rename(f"views/{page}", claimed)
        return claimed, self._redis.hgetall(claimed)

    def done(self, claimed):
        self._redis.delete(claimed)

    def watch(self):
        self._redis.config_set("notify-keyspace-events", "Kx")
