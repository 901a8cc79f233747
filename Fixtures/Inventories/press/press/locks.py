import os

import redis

client = redis.Redis.from_url(os.environ["EVENTS_REDIS"])


class PressLock:
    """Only one job at a time on a press."""

    def __init__(self, press):
        self.key = f"lock:press:{press}"

    def __enter__(self):
        if not self.acquire():
            raise RuntimeError(self.key)

    def __exit__(self, kind, error, trace):
        self.release()

    def acquire(self):
        return client.set(self.key, "1", nx=True, ex=30)

    def release(self):
        client.delete(self.key)
