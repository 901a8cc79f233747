import redis

client = redis.Redis()

COUNT = """
local total = redis.call('INCR', KEYS[1])
redis.call('SADD', 'limited/' .. ARGV[1], KEYS[1])
for _, key in ipairs(KEYS) do
  redis.call('EXPIRE', key, 60)
end
return total
"""


def count(user):
    return client.eval(COUNT, 1, f"limit/{user}", user)
