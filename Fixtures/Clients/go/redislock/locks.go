// Package locks holds small programs with redislock.
package locks

import (
	"context"
	"time"

	"github.com/bsm/redislock"
	"github.com/redis/go-redis/v9"
)

func obtain(ctx context.Context, id string) error {
	client := redis.NewClient(&redis.Options{})
	locker := redislock.New(client)
	lock, err := locker.Obtain(ctx, "lock:"+id, 100*time.Millisecond, nil) // want LOCK* "lock:{}"
	if err == redislock.ErrNotObtained {
		return err
	}
	defer lock.Release(ctx) // want LOCK*
	if left, err := lock.TTL(ctx); err == nil && left > 0 { // want LOCK*
		return lock.Refresh(ctx, time.Second, nil) // want LOCK*
	}
	return client.Set(ctx, "held", lock.Token(), 0).Err() // want SET "held"
}

func direct(ctx context.Context, client redis.UniversalClient) error {
	lock, err := redislock.Obtain(ctx, client, "direct", time.Second, nil) // want LOCK* "direct"
	if err != nil {
		return err
	}
	return lock.Release(ctx) // want LOCK*
}
