"""Scripts and clients that a class keeps for all its instances."""
import redis


class Store:
    take = None
    # want GET, want DEL
    TAKE = "local v = redis.call('GET', KEYS[1]) redis.call('DEL', KEYS[1]) return v"

    def __init__(self):
        self.client = redis.Redis()
        self.register()

    def register(self):
        cls = self.__class__
        cls.take = self.client.register_script(cls.TAKE)  # want SCRIPT LOAD
        same = type(self)
        same.shared = redis.Redis(db=1)

    def run(self, key):
        self.take(keys=[f"take:{key}"])  # want EVALSHA "take:{}"
        self.shared.get("shared")  # want GET "shared"
        self.__class__.shared.get("class")  # want GET "class"


def again(store: Store):
    another = type(store)()
    another.client.incr("again")  # want INCRBY "again"
