import redis


class RedisBackend:
    def __init__(self, client=None):
        self.client = client or redis.Redis()
