"""
Page Count Flush Worker

Moves page counts into the database.
"""

import os
import uuid

import redis

from press.database import save


class RedisFlushWorker:
    def __init__(self):
        self.redis = redis.Redis.from_url(os.environ["COUNTS_REDIS"])

    def run(self):
        cursor = 0
        while True:
            cursor, keys = self.redis.scan(cursor, match="pages:*")
            for key in keys:
                self._flush(key)
            if cursor == 0:
                return

    def _flush(self, key):
        claimed = f"{key}:claimed:{uuid.uuid4().hex}"
        self.redis.rename(key, claimed)
        counts = self.redis.hgetall(claimed)
        if save(counts):
            self.redis.delete(claimed)
