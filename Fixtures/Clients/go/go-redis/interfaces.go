package shop

import (
	"context"
	"time"

	"github.com/redis/go-redis/v9"
)

// An interface of our own with go-redis' methods, met by a client.
type cache interface {
	Get(ctx context.Context, key string) *redis.StringCmd
	Set(ctx context.Context, key string, value any, expiration time.Duration) *redis.StatusCmd
}

type reader struct{ cache cache }

func newReader(c cache) *reader { return &reader{cache: c} }

func (r *reader) read(id string) {
	r.cache.Get(ctx, "item:"+id)             // want GET "item:{}"
	r.cache.Set(ctx, "item:"+id, 1, time.Minute) // want SET "item:{}"
}

func wire() { newReader(redis.NewClient(&redis.Options{})).read("1") }

// An interface that embeds the library's.
type database interface {
	redis.Cmdable
	Close() error
}

func useDatabase(db database) {
	db.Incr(ctx, "database") // want INCR "database"
	_ = db.Close()
}

// An interface of other words, and the type behind it that speaks to the server.
type sessions interface {
	Load(id string) (string, error)
	Store(id, value string) error
}

type redisSessions struct{ rdb *redis.Client }

func (s redisSessions) Load(id string) (string, error) {
	return s.rdb.Get(ctx, "session:"+id).Result() // want GET "session:{}"
}

func (s redisSessions) Store(id, value string) error {
	return s.rdb.Set(ctx, "session:"+id, value, time.Hour).Err() // want SET "session:{}"
}

func login(s sessions, id string) error { return s.Store(id, "in") }

func start(id string) error { return login(redisSessions{shared}, id) }

// Bounded by an interface of the library, and a container of anything.
func count[C redis.Cmdable](client C, key string) int64 {
	return client.Exists(ctx, key).Val() // want EXISTS
}

type repository[C redis.UniversalClient] struct{ client C }

func (r repository[C]) find(id string) { r.client.HGetAll(ctx, "row:"+id) } // want HGETALL "row:{}"

type box[T any] struct{ value T }

func newBox[T any](value T) *box[T] { return &box[T]{value: value} }

func generics() {
	_ = count(shared, "counted")
	repository[*redis.Client]{client: shared}.find("1")
	newBox(shared).value.Get(ctx, "boxed") // want GET "boxed"
}

// An alias and a defined type.
type Client = redis.Client

type Wrapped redis.Client

func aliased(c *Client) { c.Get(ctx, "aliased") } // want GET "aliased"
