import os

import redis

COUNT = """
local total = redis.call('HINCRBY', KEYS[1], ARGV[1], 1)
redis.call('HSET', KEYS[1], 'last', ARGV[2])
return total
"""


class PageCounts:
    """Pages printed, by press."""

    def __init__(self):
        self.redis = redis.Redis.from_url(os.environ["COUNTS_REDIS"])

    def count(self, press, kind, now):
        return self.redis.eval(COUNT, 1, f"pages:{press}", kind, now)
