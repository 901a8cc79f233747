a.b.c(1, k=2, *args, **kwargs)
(await client.get("k")).decode()
chain(
    1
).of(
    2
).calls()
f(x for x in xs)
table[key][1:2, ::3][-1]
-1 + +2 - 0x1F * 1_000 / 1e3 % 0b11 // 0o17 ** 2
a or b or c and d
not a
a < b <= c is not d
one if test else two
[1, *rest, (2,), {3}, {**a, "k": 1}]
[y(x) for x in xs if x for y in x]
{k: v for k, v in d.items()}
{s for s in t}
lambda x: x
super().method()
super(C, self).method()
None, True, False, ...
(n := 10)
f"{a}" "b" b"c"
"%s:%d" % (a, b)
"{}:{name}".format(a, name=b)
print(~a, a & b, a << 1, a @ b)
deep[[[[1]]]]
