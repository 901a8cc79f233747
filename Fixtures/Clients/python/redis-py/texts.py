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
