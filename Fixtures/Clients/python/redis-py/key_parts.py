"""Keys made of parts that callers put together."""
import redis


class Store:
    prefix = "limits"

    def __init__(self, uri):
        self.client = redis.Redis.from_url(uri)

    def prefixed(self, key):
        return f"{self.prefix}:{key}"

    def read(self, previous, current):
        previous = self.prefixed(previous)
        current = self.prefixed(current)
        return self.client.mget(previous, current)  # want MGET "limits:{}/-1" "limits:w:{}"

    def plain(self, key):
        return self.client.get(self.prefixed(key))  # want GET "limits:{}"


class Window:
    def __init__(self):
        self.store = Store("redis://host")

    def name(self, key):
        return f"w:{key}"

    def previous(self, key):
        return f"{key}/-1"

    def get(self, key):
        return self.store.read(self.previous(key), self.name(key))

    def both(self, key):
        return self.store.plain("one"), self.store.plain("two"), self.store.plain(self.name(key))


class Sweeper:
    def __init__(self, client: redis.Redis, prefix):
        self.client = client
        self.prefix = prefix

    def sweep(self, user):
        keys = self.client.keys(f"user:{user}:*")  # want KEYS "user:{}:*"
        if keys:
            self.client.delete(*keys)  # want DEL "user:{}:{}"
        for key in self.client.scan_iter("job:*"):  # want SCAN "job:*"
            self.client.unlink(key)  # want UNLINK "job:{}"
        cursor, found = self.client.scan(0, match="lock:*:owner")  # want SCAN "lock:*:owner"
        self.client.delete(*found)  # want DEL "lock:{}:owner"

    def forget(self, key):
        self.client.delete(key)  # want DEL "{}"

    def all(self, given):
        self.forget("fixed")
        self.forget(f"part:{given}")
        self.forget(given)


TASKS = [
    {"name": "pages", "urls": ["http://a", "http://b"]},
    {"name": "files", "urls": ["http://c"]},
]


def hand_out(client: redis.Redis):
    for task in TASKS:
        client.lpush(task.get("name"), *task.get("urls"))  # want LPUSH "{}"


r = redis.Redis()
PARTS = dict(users=b"users:", all="users:all")
USERS = PARTS["users"]
PARTS["late"] = "late:"


def named(name):
    r.get(USERS + name)  # want GET "users:{}"
    r.smembers(PARTS["all"])  # want SMEMBERS "users:all"
    r.get(PARTS["late"] + name)  # want GET "late:{}"
    r.get(PARTS["other"] + name)  # want GET "{}{}"
