f(1, "a", true, nil)
f "text"
f [[long]]
f { 1, 2 }
f{ key = "v", ["quoted"] = 2, [3] = "three", [x] = 4, 5 }
a.b.c(1)
a:b(1):c "s":d { }
a["b"](1)
a[i](1)
a[1].b(2)
f(...)
f(1, unpack(list))
f(unpack(list), 1)
f({ 1, unpack(list) })
f((unpack(list)))
chain
  :first(1)
  :second(
    2
  ).third(3)
("literal"):upper()
f(g(h(1)))
