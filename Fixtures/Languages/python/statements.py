import typing

a = b = c.d["k"] = value
a, (b, *c), d.e = pair
[f, g] = h
x += 1
d["n"] //= 2
x @= y
del a, d["k"]
assert a, "message"
raise Error(a) from b

for i in items: use(i)
for i, (j, k) in pairs:
    pass
else:
    done()
for n, v in enumerate(values): use(v)
for l, r in zip(left, right): use(l, r)
for key, entry in table.items(): use(key, entry)

while (line := read()):
    use(line)

if a: one()
elif b: two()
else: three()

with open("f") as f, lock, pair() as (m, n):
    f.read()
with (first() as s, second()):
    pass

try:
    risky()
except (A, pkg.B) as error:
    use(error)
    raise
except C:
    pass
except* Group:
    pass
else:
    fine()
finally:
    close()

match command:
    case Point(x=px, y=0) as point if px: use(point)
    case [first, *others, last]: use(others)
    case {"k": inner, **extra}: use(inner)
    case "a" | "b" | Color.RED: pass
    case (single): use(single)
    case _: pass


async def tasks():
    async with session as s:
        async for row in s: use(row)
    global a
    a = 1

    def change():
        nonlocal_free = 1
        return nonlocal_free


def outer():
    state = 1

    def change():
        nonlocal state
        state = 2
    return change


print("a", end="")
"a string nobody uses"
