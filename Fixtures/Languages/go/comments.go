package comments

// want the next line
var a = 1 // want this line

/* want a block */
var b = 2 /* want, with text */ + 3

// redis-inventory: allow something -- because
var c = "// want nothing"

// an ordinary comment
func f() {
	x(1, // want in an argument list
		2)
	// want inside
}
