"""Django's cache, but not on Redis."""
from django.core.cache import cache

cache.get("x")
cache.set("x", 1, 60)
cache.delete("x")
