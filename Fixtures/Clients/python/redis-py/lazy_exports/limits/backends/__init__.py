"""A package that imports its backends when they are asked for."""


def __getattr__(name):
    importer = importers.get(name)
    return importer()


def import_redis():
    from .redis import RedisBackend
    return RedisBackend


importers = {"RedisBackend": import_redis}
