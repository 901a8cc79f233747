package broken

func first( {
	a := object.Call("x"
	b.Call(1, , 2)
}

var x = [

func second() {
	if {
		object.Other()
	}
	return )
}

type T struct {
	name
	= 3
}

func third() { object.Last("y") }
