-- want A
if a then -- want B "k"
  b()
elseif c(1) then
  d()
else
  e()
end
while f() do
  if g then break end
end
for i = 1, #list, 2 do
  use(i, list[i])
end
for key, value in pairs(map) do
  use(key, value)
end
for word in string.gmatch(text, "%a+") do
  use(word)
end
for k, v in next, map do
  use(k, v)
end
repeat
  local done = step()
until done
--[[ want C ]]
--[==[
  want D
]==]
do return end
after()
