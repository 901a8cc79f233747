package shop

import (
	"context"
	"database/sql"
	"net/http"
	"net/url"
	"os"
	"sync"

	"github.com/redis/go-redis/v9"
	"golang.org/x/sync/errgroup"
)

func lookAlikes(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	var m sync.Map
	m.Store("k", 1)
	m.Load("k")
	m.Delete("k")
	m.Range(func(key, value any) bool { return true })

	client := &http.Client{}
	_, _ = client.Get("https://example.com")
	_, _ = http.Get("https://example.com")
	w.Header().Set("Set", "x")
	r.Header.Del("GET")

	values := url.Values{}
	values.Set("key", "value")
	values.Get("key")
	values.Del("key")

	_, _ = db.Exec("DELETE FROM t")
	_ = db.Ping()
	_ = os.Rename("a", "b")
	_ = ctx.Value("key")

	var group errgroup.Group
	group.Go(func() error { return nil })
	_ = group.Wait()

	// Parts of the library that send nothing.
	options := &redis.Options{Addr: ":6379"}
	_ = options.Addr
	_ = redis.Nil.Error()
	shared.AddHook(nil)
	_ = shared.PoolStats()
	_ = shared.Options()
	_ = shared.Close()

	// A comment: rdb.Set(ctx, "k", 1, 0)
	_ = `rdb.Set(ctx, "k", 1, 0)`
}

// A cache in memory with the same methods.
type memory struct{ data map[string]string }

func (m *memory) Get(ctx context.Context, key string) string { return m.data[key] }
func (m *memory) Set(ctx context.Context, key, value string)  { m.data[key] = value }
func (m *memory) Del(ctx context.Context, keys ...string) {
	for _, key := range keys {
		delete(m.data, key)
	}
}

func inMemory() {
	m := &memory{data: map[string]string{}}
	m.Set(ctx, "k", "v")
	m.Get(ctx, "k")
	m.Del(ctx, "k")
	var any interface{ Get(context.Context, string) string } = m
	any.Get(ctx, "k")
}

// Fields and variables named as a client.
type named struct {
	redis *memory
	rdb   func(string) string
}

func (n named) use() {
	n.redis.Get(ctx, "k")
	n.rdb("k")
}

func unknown(rdb interface{ Incr(string) }, redisClient mystery) {
	rdb.Incr("k")
	redisClient.Get("k")
}

type mystery struct{}

func (mystery) Get(string) {}

type kinded interface{ Type() string }

func asText(value any) string {
	switch text := value.(type) {
	case string:
		return text
	}
	return ""
}

// What is declared to be a text is no client, whatever it was made of.
func kinds(client *redis.Client) string {
	var anything any = asText(client)
	return anything.(kinded).Type()
}
