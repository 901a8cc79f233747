package broken

func first() {
	a := object.Call("x"
	b.Call(1, 2)
}

func second() {
	if {
		object.Other()
	}
	object.
	object.After(1, , 2)
	return )
}

type T struct {
	name
	= 3
}

func third() { object.Last("y") }
