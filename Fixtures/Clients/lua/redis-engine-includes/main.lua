local rcall = redis.call

-- Includes
--- @include "trim"

trim(KEYS[1], 100)
rcall("INCR", "trims") -- want INCR "trims"
