from .connections import cache

TOUCH = """
local count = redis.call('INCR', KEYS[1])
if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return count
"""


class Cache:
    def read(self, user):
        return cache.get(f"profile:{user}")

    def write(self, user, text):
        cache.set(f"profile:{user}", text, ex=60)

    def swap(self, user, text):
        return cache.set(f"last:{user}", text, get=True)

    def move(self, user):
        cache.rename(f"draft:{user}", f"final:{user}")

    def count(self, user):
        return cache.eval(TOUCH, 1, f"rate:{user}", 1000)

    def fields(self, user):
        with cache.pipeline() as pipe:
            pipe.hset(f"user:{user}", "seen", 1)
            pipe.expire(f"user:{user}", 60)
            pipe.execute()

    def names(self):
        return cache.config_get("maxmemory")

    def rank(self):
        cache.zadd("rank [all]", {"a": 1})
        return cache.zrange("rank [all]", 0, 9)

    def guarded(self, job):
        with cache.lock(f"lock:{job}", timeout=5):
            return job
