package build

import (
	"strings"
)

type query struct{ parts []string }

func (q *query) B() *query              { return q }
func (q *query) Get() *query            { return q }
func (q *query) Set() *query            { return q }
func (q *query) Key(name string) *query { return q }
func (q *query) Build() string          { return strings.Join(q.parts, " ") }

func lookAlikes() {
	q := &query{}
	_ = q.B().Get().Key("k").Build()
	_ = q.B().Set().Key("k").Build()
	var b strings.Builder
	b.WriteString("SET")
	b.Reset()
}
