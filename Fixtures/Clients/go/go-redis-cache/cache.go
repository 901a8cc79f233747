// Package cached holds small programs with go-redis/cache.
package cached

import (
	"context"
	"time"

	"github.com/go-redis/cache/v9"
	"github.com/redis/go-redis/v9"
)

func cached(ctx context.Context, id string) error {
	store := cache.New(&cache.Options{
		Redis:      redis.NewRing(&redis.RingOptions{}),
		LocalCache: cache.NewTinyLFU(1000, time.Minute),
	})
	if err := store.Set(&cache.Item{Key: "row:" + id, Value: 1, TTL: time.Hour}); err != nil { // want SET "row:{}"
		return err
	}
	var value int
	_ = store.Get(ctx, "row:"+id, &value) // want GET "row:{}"
	_ = store.Once(&cache.Item{           // want GET "once"
		Key: "once",
		Do:  func(*cache.Item) (any, error) { return 1, nil },
	})
	return store.Delete(ctx, "row:"+id) // want DEL "row:{}"
}
