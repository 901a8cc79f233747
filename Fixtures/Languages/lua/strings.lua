s = "plain" .. 'single'
s = "a\nb\t\65\x42\u{43}\\\"\z
     c\
d"
s = ''
s = [[]]
s = [==[
first ]] line
second]==]
s = "é" .. "日本" .. f("wide")
s = ("%s:%d"):format(a, 1) .. string.format("%s", b)
s = -1 + 2 * 3 / 4 - 5 % 6 ^ 7
n = 0x1F + 1e3 + .5 + 3. + 7ULL
s = not a and #b or c
s = a == b or c ~= d and e <= f
s = "unfinished
