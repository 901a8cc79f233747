import functools

import redis
import redis_lock
from redis_lock import Lock

r = redis.Redis()

with redis_lock.Lock(r, "jobs", expire=60):  # want LOCK* "jobs"
    r.get("inside")  # want GET "inside"

lock = Lock(r, name="named")  # want LOCK* "named"
if lock.acquire(blocking=False):  # want LOCK*
    lock.release()  # want LOCK*

factory = functools.partial(redis_lock.Lock, r)
factory("made")  # want LOCK* "made"

redis_lock.reset_all(r)  # want LOCK*
