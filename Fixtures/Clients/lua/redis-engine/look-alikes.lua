-- redis.call("SET", KEYS[1], 1)
--[==[ redis.call("DEL", KEYS[1]) ]==]
local text = 'redis.call("GET", KEYS[1])'
local long = [[
redis.call("GET", KEYS[1])
]]
redis.log(redis.LOG_WARNING, "redis.call('SET')")
redis.sha1hex("GET")
redis.error_reply("SET failed")
redis.status_reply("GET")
redis.acl_check_cmd("SET", KEYS[1])
redis.set_repl(redis.REPL_ALL)
redis.replicate_commands()
redis.breakpoint()
local version = redis.REDIS_VERSION

-- Other things with a call.
local phone = { call = function(self, number) return number end, pcall = print }
phone:call("SET")
phone.call(phone, "GET")
phone.pcall("DEL")
call("SET", KEYS[1])
pcall(print, "GET")
local t = { redis = phone }
t.redis.call("SET", KEYS[1])
get("key")
set("key", 1)

-- A local of the name is not the global.
local function shadowed(redis)
  return redis.get("key")
end
do
  local server = { call = print }
  server.call("HSET", "a", "b")
end
return cjson.decode(ARGV[1])
