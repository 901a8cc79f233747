"""Lua in strings: registered, called elsewhere, sent at once."""
from functools import cache

import redis

r = redis.Redis()

LIMIT = """
local current = redis.call("INCR", KEYS[1]) -- want INCR
if current == 1 then
  redis.call("EXPIRE", KEYS[1], ARGV[1]) -- want EXPIRE
end
return current
"""

limit = r.register_script(LIMIT)  # want SCRIPT LOAD


def check(user):
    return limit(keys=[f"limit:{user}"], args=[60])  # want EVALSHA "limit:{}"


def check_in(pipe, user):
    limit(keys=[f"limit:{user}"], args=[60], client=pipe)  # want EVALSHA "limit:{}"


# want GET
GET_AND_DELETE = "local v = redis.call('GET', KEYS[1]); return v"


def take(key):
    return r.eval(GET_AND_DELETE, 1, "token:" + key)  # want EVAL "token:{}"


class Counter:
    SOURCE = """
    return redis.pcall("HINCRBY", KEYS[1], "n", 1) -- want HINCRBY
    """

    def __init__(self, client: redis.Redis):
        self.client = client
        self.sha = client.script_load(self.SOURCE)  # want SCRIPT LOAD
        self.script = client.register_script(self.SOURCE)  # want SCRIPT LOAD

    def add(self, name):
        self.client.evalsha(self.sha, 1, f"count:{name}")  # want EVALSHA "count:{}"
        self.script([f"count:{name}"])  # want EVALSHA "count:{}"


def administer():
    r.script_exists("0" * 40)  # want SCRIPT EXISTS
    r.script_flush()  # want SCRIPT FLUSH
    r.fcall("limit", 1, "limit:x", 60)  # want FCALL "limit:x"


def server_script(function):
    script = r.register_script(function.__doc__)  # want SCRIPT LOAD
    return lambda *given: script(keys=given)  # want EVALSHA


@server_script
def take_oldest(key):
    """
    local id = redis.call('LPOP', KEYS[1]) -- want LPOP
    return id
    """


@server_script
def count_entries(key):
    """
    local send = redis.call
    return send('LLEN', KEYS[1]) -- want LLEN
    """


@cache
def told(key):
    """Decorated, but nobody takes its text: redis.call('LPOP', key)."""


def documented(key):
    """Gives the oldest entry. The server takes it by LPOP, `redis.call` is not needed."""
