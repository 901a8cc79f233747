import functools

import redis_lock
from redis import Redis


def lock_factory(config):
    connection = Redis(**config["LOCK_REDIS"])
    return functools.partial(redis_lock.Lock, connection)


def run_once(config, job, run):
    lock = lock_factory(config)(f"job/{job}", expire=config["JOB_SECONDS"])
    if lock.acquire(blocking=False):
        run()
        lock.release()
