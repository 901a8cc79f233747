local key = prefix .. ${id}
f(1,)
if x then
  g("inside", KEYS[1]
local t = { 1, 2
h(
