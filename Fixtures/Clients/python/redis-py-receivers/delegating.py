"""Objects that hand any member on, also through a function of their own."""
import functools

import redis


class Retrying:
    def __init__(self):
        self._client = redis.Redis()

    def __getattr__(self, item):
        def call(*args, **kwargs):
            method = getattr(self._client, item)
            for _ in range(3):
                try:
                    return method(*args, **kwargs)
                except redis.ConnectionError:
                    continue
        return call


class Timed:
    def __init__(self, client):
        self._client = client

    def __getattr__(self, name):
        attribute = getattr(self._client, name)

        @functools.wraps(attribute)
        def wrapper(*args, **kwargs):
            return attribute(*args, **kwargs)

        return wrapper


class Keyed:
    """A value under one key: what is asked of it is asked of the client, with the key before."""

    def __init__(self, key, client=None):
        self.client = client
        self.key = key

    def __getattr__(self, name):
        return self._dispatch(name)

    def _dispatch(self, name):
        function = getattr(self.client or redis.Redis(), name)
        return lambda *args, **kwargs: function(self.key, *args, **kwargs)


class Words(Keyed):
    def append(self, word):
        self.rpush(word)  # want RPUSH "{}"

    def get(self, index):
        return self.lindex(index)  # want LINDEX "{}"

    def last(self):
        return self.get(-1)


class Stack(Words):
    def push(self, word):
        self.append(word)


Retrying().hget("a", "b")  # want HGET "a"
Timed(redis.Redis()).set("c", 1)  # want SET "c"
Stack("words").push("x")
Stack("words").llen()  # want LLEN "{}"


class Queues:
    def __init__(self, priorities=None):
        self.client = redis.Redis()
        self.priorities = priorities or ["normal"]

    def sizes(self):
        return [self.client.xlen("queue:" + name) for name in self.priorities]  # want XLEN "queue:{}" "queue:normal"
