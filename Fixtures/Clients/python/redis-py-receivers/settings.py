"""Module-level clients that other modules use."""
import redis

REDIS_URL = "redis://localhost"
PREFIX = "app"

client = redis.from_url(REDIS_URL)
_private = redis.Redis()


def get_client():
    return _private


def get_pair():
    return redis.Redis(), redis.Redis(db=1)


CLIENTS = {"cache": redis.Redis(), "queue": redis.Redis(db=2)}
SHARDS = [redis.Redis(port=6379 + i) for i in range(3)]
