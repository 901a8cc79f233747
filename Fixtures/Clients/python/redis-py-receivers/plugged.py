"""Plug-ins that are given their connection by whoever loads them."""
import importlib

import redis


class Plugin:
    def setup(self, settings):
        self.settings = settings


class Counter(Plugin):
    def handle(self, name):
        return self.redis_conn.incr(f"plugin:{name}")  # want INCRBY "plugin:{}"

    def other(self, name):
        return self.settings.get(name)


class Host:
    def __init__(self, settings):
        self.redis_conn = redis.Redis()
        self.settings = settings

    def load(self):
        for path in self.settings["PLUGINS"]:
            module, name = path.rsplit(".", 1)
            instance = getattr(importlib.import_module(module), name)()
            instance.redis_conn = self.redis_conn
            instance.setup(self.settings)
