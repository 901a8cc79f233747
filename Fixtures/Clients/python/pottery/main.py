from pottery import Redlock
from redis import Redis

lock = Redlock(key="printer", masters={Redis()}, auto_release_time=10)  # want LOCK* "printer"
lock.acquire()  # want LOCK*
lock.release()  # want LOCK*
