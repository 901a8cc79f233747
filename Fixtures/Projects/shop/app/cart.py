from app.connections import cart_client


class Cart:
    def __init__(self, owner):
        self.owner = owner
        self._redis = cart_client()

    def add(self, item, count):
        self._redis.hincrby(f"cart:{self.owner}", item, count)
        self._redis.expire(f"cart:{self.owner}", 3600)

    def items(self):
        return {"owner": self.owner}.keys()
