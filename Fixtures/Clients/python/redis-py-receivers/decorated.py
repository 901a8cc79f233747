"""Functions behind one decorator: each keeps its own result and its own arguments."""
import functools

import redis


def logged(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        print(function.__name__)
        return function(*args, **kwargs)

    return wrapper


def locked(function):
    def wrapper(client, *args, **kwargs):
        with client.lock("all"):  # want LOCK* "all"
            result = function(client, *args, **kwargs)
        return result

    return wrapper


@logged
def connect():
    return redis.Redis()


@logged
def decoded(data):
    if isinstance(data, bytes):
        return data.decode()
    return data


@logged
def settings(name):
    return {"name": name}


@locked
def bump(client, name):
    return client.incr(f"bump:{name}")  # want INCRBY "bump:{}"


def main():
    client = connect()
    client.get("a")  # want GET "a"
    found = decoded(settings("x"))
    found.get("name")
    settings(found).get("other")
    bump(client, "b").get("c")
