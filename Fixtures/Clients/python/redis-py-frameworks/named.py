"""Members whose names stand in constants."""
import redis

CONNECTION = "queue_redis"


def connect(app, name):
    setattr(app, name, redis.Redis())


def get_redis(app):
    if not hasattr(app, CONNECTION):
        connect(app, CONNECTION)
    return getattr(app, CONNECTION)


def length(app):
    return get_redis(app).llen("jobs")  # want LLEN "jobs"


class Holder:
    pass


def held():
    holder = Holder()
    setattr(holder, "client", redis.Redis())
    return holder.client.get("held")  # want GET "held"


def fallback(settings, options):
    getattr(settings, "REDIS", redis.Redis()).get("f")  # want GET "f"
    options.get("client", redis.Redis()).get("g")  # want GET "g"
    options.pop("client", None).get("nothing here")
