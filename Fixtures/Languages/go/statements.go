package statements

func assignments() {
	a, b := 1, "x"
	a, b = swap(b, a)
	c, ok := table["key"]
	d, ok := value.(*pkg.Type)
	e, ok := <-channel
	c += d
	c <<= 2
	c++
	object.field.inner = c
	table["a"] = d
	*pointer = e
	_, f := f()
	x, y, z := 1, 2
	_ = ok
	channel <- a
}

func control(items []string) (err error) {
	if err := try(); err != nil {
		return err
	}
	if nil == err || other != nil {
		err = nil
	}
	for {
		break
	}
	for i := 0; i < 10; i++ {
		use(i)
	}
	for condition() {
		continue
	}
outer:
	for i, item := range items {
		use(i, item)
		goto outer
	}
	for i := range items {
		use(i)
	}
	for message := range source.Messages() {
		use(message)
	}
	for range items {
	}
	var k, v string
	for k, v = range table {
		use(k, v)
	}
	switch x := f(); x {
	case 1, g():
		use(x)
	case 2:
		fallthrough
	default:
		use(nil)
	}
	switch {
	case err != nil:
		return
	}
	switch v := value.(type) {
	case *pkg.Type:
		v.Method()
	case string, int:
		use(v)
	case nil:
	default:
		use(v)
	}
	switch value.(type) {
	case error:
	}
	select {
	case message, ok := <-channel:
		use(message, ok)
	case received = <-channel:
	case channel <- 1:
		use(1)
	case <-done:
	default:
	}
	{
		block()
	}
	go run(1)
	go func() { run(2) }()
	defer object.Close()
	call()
	object.Chain().
		Second(1).
		Third(2)
	return wrap(err), 2
}
