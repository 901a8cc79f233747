import redis
from redis.commands.json.path import Path
from redis.commands.search.query import Query

r = redis.Redis()

r.json().set("doc:1", Path.root_path(), {"a": 1})  # want JSON.SET "doc:1"
r.json().get("doc:1")  # want JSON.GET "doc:1"
r.json().delete("doc:1")  # want JSON.DEL "doc:1"
r.json().arrappend("doc:1", "$.list", 1)  # want JSON.ARRAPPEND "doc:1"
documents = r.json()
documents.numincrby("doc:1", "$.a", 1)  # want JSON.NUMINCRBY "doc:1"

index = r.ft("documents")
index.create_index([])  # want FT.CREATE
index.search(Query("hello"))  # want FT.SEARCH
index.dropindex()  # want FT.DROPINDEX

series = r.ts()
series.create("temperature")  # want TS.CREATE "temperature"
series.add("temperature", "*", 21.5)  # want TS.ADD "temperature"
series.delete("temperature", 0, 1)  # want TS.DEL "temperature"

r.bf().create("seen", 0.01, 1000)  # want BF.RESERVE "seen"
r.bf().add("seen", "x")  # want BF.ADD "seen"
r.cf().create("cuckoo", 1000)  # want CF.RESERVE "cuckoo"
r.cms().initbydim("sketch", 10, 10)  # want CMS.INITBYDIM "sketch"
r.topk().reserve("top", 3, 8, 7, 0.9)  # want TOPK.RESERVE "top"
r.tdigest().create("digest", 100)  # want TDIGEST.CREATE "digest"
