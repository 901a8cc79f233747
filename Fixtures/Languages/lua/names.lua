#!/usr/bin/env lua
-- Locals, globals, shadowing and several values at once.
local a, b = 1, "two"
local c
local d <const> = a
e = d
local a = a
local first, second, third = many()
local only = many()
local x, y = 1, ...
x, y = y, x
t.field, t[1], t["name"] = 1, 2, 3
do
  local b = b .. "!"
  c = b
end
local outer = outer or {}
function global(p) return p end
local function own(p, ...)
  local rest = { ... }
  forward(...)
  return p, rest
end
local declared
function declared() end
handle = handle and handle.member or nil
::again::
goto again
