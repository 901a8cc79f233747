package expressions

var numbers = []any{1, 0x1F, 0b101, 0o17, 017, 1_000, 1.5e3, .5, 'a', '\n', '\u00e9', 2i, -3, +4, !true, false, nil}

func expressions() {
	_ = (a + b) * c / d % e - f
	_ = a << 2 &^ b
	_ = a && b || c
	_ = &pkg.Type{Name: "x", Inner: pkg.Inner{1, 2}}
	_ = pkg.Table{"key": 1, constant: 2}
	_ = []pkg.Type{{Name: "a"}, {"b"}, pkg.New()}
	_ = map[string]*pkg.Type{"a": {Name: "x"}, "b": nil}
	_ = [][]int{{1, 2}, {3}}
	_ = [...]string{2: "c", "d"}
	_ = map[string][]string{"a": {"x"}}
	_ = []struct{ name string }{{"a"}, {name: "b"}}
	_ = struct{ x int }{1}
	_ = Matrix{{1, 2}, {x: 3}}
	_ = Generic[int]{value: 1}
	_ = []string{}
	_ = map[string]pkg.Type{}
	_ = make(map[string]pkg.Type, size)
	_ = make([]int, 0, 4)
	_ = make(chan pkg.Type)
	_ = make(Table)
	_ = new(pkg.Type)
	_ = append(list, items...)
	_ = []byte("bytes")
	_ = string(raw)
	_ = time.Duration(5) * time.Second
	_ = (*pkg.Type)(nil)
	_ = (func())(nil)
	_ = interface{}(x)
	_ = value.(pkg.Interface).Method()
	_ = list[1]
	_ = list[1:n]
	_ = table["a"].field
	_ = function[int](x)
	_ = generic[string, int]
	_ = <-channel
	_ = *pointer.field
	_ = object.Method
	_ = func(a int, b ...string) (x int) { x = a; return }
	_ = outer(inner(a), func() error { return nil })
}
