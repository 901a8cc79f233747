import redis


class Pool:
    def __init__(self):
        self._client = redis.Redis()

    def client(self):
        return self._client
