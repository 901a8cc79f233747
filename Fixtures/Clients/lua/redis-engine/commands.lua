-- The command is the first argument, however it is written.
redis.call("SET", KEYS[1], ARGV[1], "PX", ARGV[2]) -- want SET
redis.pcall('GET', KEYS[1]) -- want GET
redis.call([[LLEN]], KEYS[2]) -- want LLEN
redis.call("hset", KEYS[1], "field", 1) -- want HSET
redis.call("LRange", KEYS[1], 0, -1) -- want LRANGE
redis["call"]("DEL", KEYS[1]) -- want DEL
redis.call "PING" -- want PING
redis.call"DBSIZE" -- want DBSIZE
server.call("EXISTS", KEYS[1]) -- want EXISTS
server.pcall("INCR", "visits:total") -- want INCR "visits:total"

-- Subcommands are the second argument.
redis.call("SCRIPT", "EXISTS", ARGV[1]) -- want SCRIPT EXISTS
redis.call("XGROUP", "CREATE", KEYS[1], "workers", "$") -- want XGROUP CREATE
redis.call("MEMORY", "USAGE", KEYS[1]) -- want MEMORY USAGE

-- Over several lines it stands where its name stands.
local stored = redis.call(
  "HMSET", -- want HMSET
  KEYS[1],
  "state", "waiting",
  "at", ARGV[1]
)

-- Keys as far as they can be known.
local prefix = "job:"
redis.call("EXPIRE", prefix .. ARGV[1], 60) -- want EXPIRE "job:{}"
redis.call("TTL", prefix .. ARGV[1] .. ":lock") -- want TTL "job:{}:lock"
redis.call("SADD", string.format("tag:%s:%d", ARGV[1], ARGV[2]), 1) -- want SADD "tag:{}:{}"
redis.call("SREM", ("tag:%s"):format(ARGV[1]), 1) -- want SREM "tag:{}"
redis.call("GETDEL", table.concat({ "a", "b", ARGV[1] }, ":")) -- want GETDEL "a:b:{}"
redis.call("STRLEN", tostring("plain")) -- want STRLEN "plain"

-- Many at once.
redis.call("DEL", unpack(KEYS)) -- want DEL
redis.call("RPUSH", KEYS[1], unpack(ARGV, 2)) -- want RPUSH
redis.call("ZADD", KEYS[1], table.unpack(ARGV)) -- want ZADD

if redis.call("SETNX", KEYS[1], 1) == 1 then -- want SETNX
  return redis.call("PEXPIRE", KEYS[1], ARGV[1]) -- want PEXPIRE
elseif redis.call("PTTL", KEYS[1]) < 0 then -- want PTTL
  return { ok = redis.call("RENAME", KEYS[1], KEYS[2]) } -- want RENAME
end
return {
  redis.call("TYPE", KEYS[1]), -- want TYPE
  #redis.call("SMEMBERS", "jobs:all"), -- want SMEMBERS "jobs:all"
}
