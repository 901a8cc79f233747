local rcall = redis.call
local call, pcall_ = redis.call, redis.pcall
local engine = redis
local client = server or redis

rcall("INCR", "counter") -- want INCR "counter"
call("LPUSH", KEYS[1], ARGV[1]) -- want LPUSH
pcall_("RPOP", KEYS[1]) -- want RPOP
engine.call("LPOP", KEYS[1]) -- want LPOP
client.call("HGETALL", KEYS[1]) -- want HGETALL

-- A local may have the global's name.
local redis = redis
redis.call("HGET", KEYS[1], "field") -- want HGET

-- Passed on to a function, and protected.
local function try(run, key)
  return run("HDEL", key, "field") -- want HDEL
end
try(redis.call, KEYS[1])
local ok, value = pcall(redis.call, "HLEN", KEYS[1]) -- want HLEN

local done = pcall(function() redis.call("LREM", KEYS[1], 0, "x") end) -- want LREM
xpcall(redis.call, print, "UNLINK", KEYS[1]) -- want UNLINK

local api = { run = redis.call }
api.run("SCARD", KEYS[1]) -- want SCARD
