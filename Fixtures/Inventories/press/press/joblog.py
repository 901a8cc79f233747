"""Logs of print jobs."""

import os

import redis

WEEK = 7 * 24 * 3600


class RedisJobLog:
    """What a print job said, line by line."""

    def __init__(self):
        self._redis = redis.Redis.from_url(os.environ["JOBLOG_REDIS"])

    def append(self, job, line):
        pipeline = self._redis.pipeline(transaction=False)
        pipeline.expire(f"jobs/{job}/log", WEEK)
        pipeline.rpush(f"jobs/{job}/log", line)
        pipeline.execute()

    def lines(self, job):
        try:
            return self._redis.lrange(f"jobs/{job}/log", 0, -1)
        except redis.RedisError:
            return []

    def close(self, job):
        self._redis.expire(f"jobs/{job}/log", 3600)

    def is_healthy(self):
        try:
            self._redis.ping()
            self._redis.set("_probe", "1")
            return True
        except redis.RedisError:
            return False
