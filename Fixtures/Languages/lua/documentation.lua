-- Takes a lock,
-- if it is free.
local function take(key)
  return redis.call("SET", key, 1)
end

local function bare() end
