"""Locks around the books."""
import functools

import redis_lock
from redis import Redis, RedisError


class BookLock:
    factory = None

    @classmethod
    def configure(cls, config):
        cls.factory = functools.partial(redis_lock.Lock, Redis(**config["LOCK_REDIS"]))

    def __init__(self, name, lease=60, renew=False):
        self._name = name
        self._lease = lease
        self._renew = renew
        self._lock = None

    def __enter__(self):
        try:
            self._lock = BookLock.factory(self._name, expire=self._lease, auto_renewal=self._renew)
            return self._lock.acquire()
        except RedisError:
            return False

    def __exit__(self, kind, value, trace):
        self._lock.release()
