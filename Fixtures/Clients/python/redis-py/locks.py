import redis
from redis.lock import Lock

r = redis.Redis()

with r.lock("jobs", timeout=10):  # want LOCK* "jobs"
    r.get("inside")  # want GET "inside"


def manual(name):
    lock = r.lock(f"lock:{name}", timeout=5, blocking_timeout=1)  # want LOCK* "lock:{}"
    if not lock.acquire():  # want LOCK*
        return
    try:
        r.incr("held")  # want INCRBY "held"
    finally:
        lock.release()  # want LOCK*


made = Lock(r, "made", timeout=3)  # want LOCK* "made"


def by_hand(token):
    if r.set("by-hand", token, nx=True, ex=10):  # want SET "by-hand"
        r.delete("by-hand")  # want DEL "by-hand"
