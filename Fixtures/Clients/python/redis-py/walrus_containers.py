"""Walrus, whose containers stand for the keys of a server."""
from walrus import Database
from walrus.containers import ConsumerGroupStream, Hash


class Readers:
    def __init__(self, url: str, topic: str):
        self.db = Database.from_url(url)
        self.group = self.db.consumer_group("readers", [topic], consumer="first")
        self.group.create(mkstream=True)  # want XGROUP CREATE
        self.group.set_id("$")  # want XGROUP SETID
        self.stream = self.group.streams[topic]

    def read(self):
        self.stream.autoclaim("first", min_idle_time=1000)  # want XAUTOCLAIM
        for message, _ in self.stream.read(count=1, block=1000):  # want XREADGROUP
            self.stream.ack(message)  # want XACK
        return self.stream.pending(count=1)  # want XPENDING

    def replay(self, stream: ConsumerGroupStream):
        return stream.range(count=10)  # want XRANGE


def write(db: Database, topic: str):
    db.Stream(topic).add({"a": 1}, maxlen=100)  # want XADD
    db.ping()  # want PING


def profile(profile: Hash, names: dict):
    profile.incr("visits")  # want HINCRBY
    profile.expire(60)  # want EXPIRE
    return profile.as_dict(), names.get("a"), names.keys()  # want HGETALL


cache = Database().cache("pages", default_timeout=60)
cache.set("front", "text")  # want SET
cache.get_many(["front", "back"])  # want MGET
counter = Database().counter("visits")
counter.incr()  # want INCRBY
