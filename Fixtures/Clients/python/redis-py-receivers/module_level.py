import reexport
import settings
from reexport import shared_client
from settings import CLIENTS, PREFIX, SHARDS, client, get_client, get_pair

client.get("imported")  # want GET "imported"
settings.client.get("through module")  # want GET "through module"
shared_client.get("re-exported")  # want GET "re-exported"
reexport.shared_client.get("re-exported module")  # want GET "re-exported module"
reexport.client.get("by star")  # want GET "by star"

get_client().get("returned")  # want GET "returned"
first, second = get_pair()
first.get("first")  # want GET "first"
second.get("second")  # want GET "second"

CLIENTS["cache"].get("by name")  # want GET "by name"
CLIENTS.get("queue").lpush("jobs", 1)  # want LPUSH "jobs"
for shard in SHARDS:
    shard.flushdb()  # want FLUSHDB
for name, found in CLIENTS.items():
    found.ping()  # want PING
for index, numbered in enumerate(SHARDS):
    numbered.set(f"shard:{index}", 1)  # want SET "shard:{}"
SHARDS[0].get("indexed")  # want GET "indexed"
[each.dbsize() for each in SHARDS]  # want DBSIZE

client.get(PREFIX + ":constant")  # want GET "app:constant"
client.get(f"{PREFIX}:{id(client)}")  # want GET "app:{}"


def late():
    from settings import client as inner

    inner.get("late")  # want GET "late"


def through_global():
    global lazy
    lazy = get_client()
    lazy.get("global")  # want GET "global"


lazy = None


def uses_global():
    lazy.get("used global")  # want GET "used global"
