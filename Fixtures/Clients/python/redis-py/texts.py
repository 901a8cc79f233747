"""Keys that are put together in other ways than by formatting."""
import os.path
from enum import Enum

import redis

client = redis.Redis()


class Key(Enum):
    USERS = "users"


def texts(name, suffix):
    client.get(Key.USERS.value)  # want GET "users"
    client.get(f"{Key.USERS.value}:{name}")  # want GET "users:{}"
    client.get("a b".replace(" ", "_"))  # want GET "a_b"
    client.get("page:<id>".replace("<id>", name))  # want GET "page:{}"
    client.get(("page:" + name).lower())  # want GET "page:{}"
    client.get(os.path.join("files", name))  # want GET "files/{}"
    client.get(":".join(map(str, ["user", name])))  # want GET "user:{}"
    key = "first"
    key = key + ":" + name
    client.get(key)  # want GET "first:{}"


def later(key):
    data = client.hgetall(key)  # want HGETALL "known"
    for key, value in data.items():
        print(key, value)


later("known")


def make_key(*criteria):
    parts = []
    for criterion in criteria:
        if criterion is None:
            continue
        criterion = str(criterion)
        criterion = criterion.replace(":", "#")
        parts.append(criterion)
    return ":".join(parts)


class Queue:
    def __init__(self, name):
        self.name = name
        path = ("jobs", "q", name)
        self.key = make_key(*path)
        self.pending = make_key(*path, "pending")

    def slots(self):
        for slot in range(3):
            yield make_key("slot", self.name, slot)

    def run(self):
        client.llen(self.key)  # want LLEN "jobs:q:{}"
        client.get(self.pending)  # want GET "jobs:q:{}:pending"
        for key in self.slots():
            client.incr(key)  # want INCRBY "slot:{}:{}"
