// Package stock runs its scripts through one function.
package stock

import (
	"context"
	"time"

	"github.com/go-redsync/redsync/v4"
	"github.com/redis/go-redis/v9"
)

var take = redis.NewScript(`return redis.call("DECR", KEYS[1])`)

var move = redis.NewScript(`
redis.call("DECR", KEYS[1])
return redis.call("INCR", KEYS[2])
`)

type store struct{ rdb *redis.Client }

func open(address string) *store {
	return &store{rdb: redis.NewClient(&redis.Options{Addr: address})}
}

func (s *store) run(ctx context.Context, script *redis.Script, keys []string, args ...any) error {
	return script.Run(ctx, s.rdb, keys, args...).Err()
}

func (s *store) Take(ctx context.Context, item string) error {
	return s.run(ctx, take, []string{"stock:" + item})
}

func (s *store) Move(ctx context.Context, from, to string) error {
	return s.run(ctx, move, []string{"stock:" + from, "shelf:" + to})
}

func guard(locks *redsync.Redsync, item string) *redsync.Mutex {
	return locks.NewMutex("lock:"+item, redsync.WithTries(3), redsync.WithExpiry(30*time.Second))
}
