--[[
  Moves a job from waiting to active.

  KEYS[1] waiting, KEYS[2] active, KEYS[3] the queue's prefix
  redis.call("FLUSHALL") in a comment runs nothing.
]]
local rcall = redis.call

-- Includes
--- @include "includes/trim"
--- @include "includes/notify"

local function lock(jobKey, token, duration)
  if token ~= "" then
    rcall("SET", jobKey .. ":lock", token, "PX", duration) -- want SET
  end
end

local function collect(set, now)
  local jobs = rcall("ZRANGEBYSCORE", set, 0, now, "LIMIT", 0, 1000) -- want ZRANGEBYSCORE
  if #jobs > 0 then
    for from = 1, #jobs, 100 do
      local last = math.min(from + 99, #jobs)
      rcall("ZREM", set, unpack(jobs, from, last)) -- want ZREM
    end
    for _, id in ipairs(jobs) do
      rcall("RPUSH", KEYS[1], id) -- want RPUSH
    end
  end
  return jobs
end

collect(KEYS[3] .. ":delayed", tonumber(ARGV[1]))
trim(KEYS[3])

local id = rcall("RPOPLPUSH", KEYS[1], KEYS[2]) -- want RPOPLPUSH
while id do
  local jobKey = KEYS[3] .. ":" .. id
  if rcall("EXISTS", jobKey) == 1 then -- want EXISTS "{}:{}"
    lock(jobKey, ARGV[2], ARGV[3])
    rcall("HINCRBY", jobKey, "attempts", 1) -- want HINCRBY "{}:{}"
    rcall("PUBLISH", KEYS[3] .. ":active", id) -- want PUBLISH "{}:active"
    return { id, rcall("HGETALL", jobKey) } -- want HGETALL "{}:{}"
  end
  id = rcall("LPOP", KEYS[1]) -- want LPOP
end
repeat
  local cursor = rcall("GET", "cursor") -- want GET "cursor"
until cursor == "0"
return false
