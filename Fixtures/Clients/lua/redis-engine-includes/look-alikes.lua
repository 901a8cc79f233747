-- Here the name is the file's own.
local function rcall(name, key)
  return name .. key
end
rcall("LTRIM", "list")
