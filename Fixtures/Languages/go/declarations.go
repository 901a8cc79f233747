package declarations

const (
	first = iota
	second
	third, fourth = "c", 4.5
)

var (
	one, two = 1, 2
	three, _ = results()
	four     map[string][]*pkg.Thing
	five     = func(a int) string { return "x" }
)

//go:embed folder/file.txt
var text string

func plain() {}

func typed(a, b string, c *pkg.Type, rest ...interface{}) (*pkg.Type, error) { return c, nil }

func named(string, int) (n int, err error) {
	n = 1
	return
}

func generic[K comparable, V pkg.Bound | ~int](m map[K]V, f func(K) (V, bool)) []V { return nil }

func (r *Receiver) method(ctx context.Context) chan<- int { return r.channel }

func (Receiver) unnamed() {}

func (q *Queue[T]) push(item T) { q.items = append(q.items, item) }

func external(x int) int

type Receiver struct {
	*pkg.Base
	Embedded
	Generic[int]
	name, other string `json:"name"`
	channel     chan int
	nested      struct{ inner func() }
	handler     func(a, b int, c ...string) (int, error)
	empty       interface{}
	array       [4]byte
}

type Queue[T any] struct{ items []T }

type Reader interface {
	pkg.Reader
	Read(ctx context.Context, key string) (value string, err error)
	Close()
}

type Number interface{ ~int | float64 }

type (
	Alias   = pkg.Type
	Defined pkg.Type
	Names   []string
	Table   map[string]*pkg.Type
	Option  func(*Receiver)
)
