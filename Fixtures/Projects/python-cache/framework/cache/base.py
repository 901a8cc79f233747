class Cache:
    def get(self, key):
        raise NotImplementedError

    def set(self, key, value, ttl=300):
        raise NotImplementedError

    def clear(self):
        raise NotImplementedError
