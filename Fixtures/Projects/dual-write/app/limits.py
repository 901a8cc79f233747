from app.connection import client

TAKE = """
local count = redis.call('INCR', KEYS[1])
if count == 1 then redis.call('EXPIRE', KEYS[1], ARGV[1]) end
return count
"""

take = client.register_script(TAKE)


def allow(user_id, limit):
    return take(keys=[f"limit:{user_id}"], args=[60]) <= limit
