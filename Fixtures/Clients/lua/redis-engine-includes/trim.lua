--[[
  Included by a script that has `local rcall = redis.call` above its includes.
]]
local function trim(key, size)
  rcall("LTRIM", key, 0, size - 1) -- want LTRIM
  if rcall("LLEN", key) > size then -- want LLEN
    rcall("DEL", key .. ":overflow") -- want DEL "{}:overflow"
  end
end
