local M = {}

function M.plain(key, value)
  return key
end

function M.inner.deep(key) end

function M:method(key)
  self.count = self.count + 1
  return self:plain(key)
end

M.assigned = function(...) return ... end

local function recursive(n)
  if n == 0 then return nil, "none" end
  return recursive(n - 1)
end

run(function(key) return key end, 1)
(function() called() end)()
local ok, err = pcall(M.plain, "k")
local util = require("util.strings")
local other = require "other"
return M
