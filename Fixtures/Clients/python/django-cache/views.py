from django.core.cache import cache, caches
from django.views.decorators.cache import cache_page


def profile(uid):
    value = cache.get(f"profile:{uid}")  # want GET "profile:{}"
    if value is None:
        cache.set(f"profile:{uid}", 1, timeout=60)  # want SET "profile:{}"
    cache.add("once", 1, 60)  # want SET "once"
    cache.get_or_set("computed", lambda: 1)  # want GET "computed"
    cache.get_many(["a", "b"])  # want MGET
    cache.set_many({"a": 1})  # want SET "a"
    cache.delete("once")  # want DEL "once"
    cache.delete_many(["a"])  # want DEL "a"
    cache.incr("hits")  # want INCRBY "hits"
    cache.touch("hits", 60)  # want EXPIRE "hits"
    cache.has_key("hits")  # want EXISTS "hits"
    cache.clear()  # want FLUSHDB
    return value


def of_the_backend():
    cache.ttl("hits")  # want TTL "hits"
    cache.keys("profile:*")  # want KEYS "profile:*"
    list(cache.iter_keys("profile:*"))  # want SCAN "profile:*"
    cache.delete_pattern("profile:*")  # want SCAN "profile:*"
    with cache.lock("jobs", timeout=5):  # want LOCK* "jobs"
        cache.persist("hits")  # want PERSIST "hits"
    cache.client.get_client().incr("raw")  # want INCRBY "raw"
    cache._client.incr("own")  # want INCRBY "own"
    cache.get_master_client().incr("own")  # want INCRBY "own"


sessions = caches["sessions"]
sessions.get("s")  # want GET "s"
caches["default"].delete("d")  # want DEL "d"


@cache_page(60)
def page(request):
    return request.GET.get("q")


async def later():
    await cache.aget("later")  # want GET "later"
    await cache.aset("later", 1)  # want SET "later"
