#!lua name=counters

local function increment(keys, args)
  return redis.call("HINCRBY", keys[1], args[1], args[2]) -- want HINCRBY
end

local function reset(keys)
  redis.call("DEL", keys[1]) -- want DEL
  redis.log(redis.LOG_NOTICE, "reset")
  return redis.status_reply("OK")
end

redis.register_function("increment", increment)
redis.register_function { function_name = "reset", callback = reset, flags = { "no-cluster" } }
redis.register_function("read", function(keys, args)
  redis.setresp(3)
  return redis.call("HGETALL", keys[1]) -- want HGETALL
end)
server.register_function("touch", function(keys)
  return server.call("TOUCH", keys[1]) -- want TOUCH
end)
