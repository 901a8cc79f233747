"""Queues that a setting names, and that nothing else leads to."""


class Base:
    def __init__(self, server, key):
        self.server = server
        self.key = key


class Sorted(Base):
    def push(self, item, score):
        self.server.zadd(self.key, {item: score})  # want ZADD

    def __len__(self):
        return self.server.zcard(self.key)  # want ZCARD
