local cmd = "GET"
redis.call(cmd, KEYS[1]) -- want GET

-- Known only at run time.
redis.call(ARGV[1], KEYS[1]) -- want ?
redis.call(unpack(ARGV)) -- want ?

-- A command line in a table.
local args = { "ZRANGE", KEYS[1], 0, -1 } -- want ZRANGE
local found = redis.call(unpack(args))
