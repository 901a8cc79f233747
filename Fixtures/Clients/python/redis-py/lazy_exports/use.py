import redis
from lazy_exports.limits import backends


def use():
    backend = backends.RedisBackend()
    backend.client.hset("a", "b", 1)  # want HSET "a"
