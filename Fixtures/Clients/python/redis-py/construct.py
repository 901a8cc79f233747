"""Every way to make a client."""
import os

import redis
import redis as r
from redis import ConnectionPool, Redis, StrictRedis as Strict
from redis.cluster import ClusterNode, RedisCluster
from redis.connection import BlockingConnectionPool
from redis.sentinel import Sentinel

plain = redis.Redis(host="localhost", port=6379, db=0)
plain.get("plain")  # want GET "plain"

aliased = r.StrictRedis()
aliased.get("aliased")  # want GET "aliased"

renamed = Strict()
renamed.get("renamed")  # want GET "renamed"

by_url = redis.from_url(os.environ["REDIS_URL"])
by_url.get("by-url")  # want GET "by-url"

by_class_url = Redis.from_url("redis://localhost/0")
by_class_url.get("by-class-url")  # want GET "by-class-url"

pool = ConnectionPool(host="localhost")
pooled = Redis(connection_pool=pool)
pooled.get("pooled")  # want GET "pooled"

blocking = redis.Redis(connection_pool=BlockingConnectionPool.from_url("redis://localhost"))
blocking.get("blocking")  # want GET "blocking"

owned = Redis.from_pool(redis.ConnectionPool.from_url("redis://localhost"))
owned.get("owned")  # want GET "owned"

cluster = RedisCluster(startup_nodes=[ClusterNode("localhost", 7000)])
cluster.get("{tag}:cluster")  # want GET
node = cluster.get_redis_connection(cluster.get_random_node())
node.ping()  # want PING

sentinel = Sentinel([("localhost", 26379)], socket_timeout=0.1)
primary = sentinel.master_for("main", redis_class=Redis)
primary.set("written", 1)  # want SET "written"
replica = sentinel.slave_for("main")
replica.get("read")  # want GET "read"
sentinel.discover_master("main")
sentinel.sentinel_masters()  # want SENTINEL MASTERS

with redis.Redis() as entered:
    entered.get("entered")  # want GET "entered"

redis.Redis().get("at once")  # want GET "at once"

one_connection = plain.client()
one_connection.get("one")  # want GET "one"

try:
    import valkey as backend
except ImportError:
    import redis as backend

either = backend.Redis()
either.get("either")  # want GET "either"


class Shared:
    client = None

    def connect(self):
        type(self).client = redis.Redis()

    def read(self, name):
        return self.client.get(f"shared:{name}")  # want GET "shared:{}"
