package shop

import (
	"context"
	"sync"

	alias "github.com/redis/go-redis/v9"
)

// Package-level variables: by initializer, by annotation, set later.
var (
	shared  = alias.NewClient(&alias.Options{})
	typed   *alias.Client
	later   alias.UniversalClient
	lazy    *alias.Client
	once    sync.Once
	perhaps = sync.OnceValue(func() *alias.Client { return alias.NewClient(&alias.Options{}) })
)

func init() { later = alias.NewClusterClient(&alias.ClusterOptions{}) }

func lazily() *alias.Client {
	once.Do(func() {
		lazy = alias.NewClient(&alias.Options{})
	})
	return lazy
}

func globals() {
	shared.Get(ctx, "shared")      // want GET "shared"
	typed.Get(ctx, "typed")        // want GET "typed"
	later.Get(ctx, "later")        // want GET "later"
	lazily().Get(ctx, "lazy")      // want GET "lazy"
	perhaps().Get(ctx, "perhaps")  // want GET "perhaps"
}

// A field set by a constructor, by an option, and by assignment.
type service struct {
	rdb    *alias.Client
	cmd    alias.Cmdable
	read   alias.UniversalClient
	nested struct{ client *alias.Client }
	any    interface{}
}

type option func(*service)

func withReader(client alias.UniversalClient) option {
	return func(s *service) { s.read = client }
}

func newService(rdb *alias.Client, options ...option) *service {
	s := &service{rdb: rdb, cmd: rdb}
	for _, apply := range options {
		apply(s)
	}
	s.nested.client = rdb
	s.any = rdb
	return s
}

func (s *service) work(ctx context.Context) {
	s.rdb.Incr(ctx, "a")           // want INCR "a"
	s.cmd.Incr(ctx, "b")           // want INCR "b"
	s.read.Get(ctx, "c")           // want GET "c"
	s.nested.client.Get(ctx, "d")  // want GET "d"
	(*s.rdb).Get(ctx, "e")         // want GET "e"
	s.client().Get(ctx, "f")       // want GET "f"

	if client, ok := s.any.(*alias.Client); ok {
		client.Get(ctx, "g") // want GET "g"
	}
	switch v := s.any.(type) {
	case *alias.Client:
		v.Get(ctx, "h") // want GET "h"
	case alias.UniversalClient, alias.Cmdable:
		v.Get(ctx, "i") // want GET "i"
	case map[string]string:
		_ = v["x"]
	}
}

func (s *service) client() alias.Cmdable { return s.rdb }

// Embedding promotes the client's methods, and those of a type that embeds it.
type embedded struct{ *alias.Client }

type deeper struct {
	embedded
	name string
}

func promoted() {
	e := embedded{alias.NewClient(&alias.Options{})}
	e.Set(ctx, "embedded", 1, 0)        // want SET "embedded"
	e.Client.Get(ctx, "embedded")       // want GET "embedded"
	d := deeper{embedded: e, name: "d"}
	d.Del(ctx, "deeper")                // want DEL "deeper"
	d.embedded.Client.Ping(ctx)         // want PING
}

// A wrapper with two connections, and one that looks like a client itself.
type pair struct {
	reader, writer alias.Cmdable
}

func (p *pair) Get(key string) (string, error) {
	return p.reader.Get(ctx, key).Result() // want GET "user:{}"
}

func (p *pair) Set(key, value string) error {
	return p.writer.Set(ctx, key, value, 0).Err() // want SET "user:{}"
}

func paired(id string) {
	p := &pair{reader: alias.NewClient(&alias.Options{}), writer: shared}
	_, _ = p.Get("user:" + id)
	_ = p.Set("user:"+id, "x")
}

// Multiple results, and a client among them.
func both() (*alias.Client, string, error) { return shared, "key", nil }

func results() {
	client, key, err := both()
	if err != nil {
		return
	}
	client.Get(ctx, key) // want GET "key"
}

// Method values and functions as values.
func values() {
	get := shared.Get
	get(ctx, "value") // want GET "value"
	run := func(f func(context.Context, string) *alias.StringCmd) { f(ctx, "passed") } // want GET "passed"
	run(shared.Get)
}
