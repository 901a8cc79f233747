-- A program out of a string template: holes have become names or numbers.
local n = tonumber(hole0)
f("GET", hole1 .. ":x", 0)
if 0 == 1 then f("SET", "0", hole2) end
hole3
return f("DEL", KEYS[0])
