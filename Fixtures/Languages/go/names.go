package names

var shared = later()

func later() int { return shared }

func shadows(value int) int {
	value := value
	client := client.New(value)
	if value := value + 1; value > 2 {
		return value
	} else if other := value; other != 0 {
		return other
	}
	for value := range client.Items() {
		value := value
		use(value)
	}
	unknown := unknown.Field
	return unknown + shared
}

func later2() {
	x := outer
	outer := 1
	_, _ = x, outer
	const local, second = "a", "b"
	var y, z = pair()
	var typed *pkg.Type
	type inner struct{ field int }
	var i inner = inner{field: 1}
	i.field, y = z, 2
	func() { x := x; x() }()
}

func init() {}
func init() {}
func _()    {}
