// Package locks holds small programs with redsync.
package locks

import (
	"context"
	"time"

	"github.com/go-redsync/redsync/v4"
	"github.com/go-redsync/redsync/v4/redis/goredis/v9"
	goredislib "github.com/redis/go-redis/v9"
)

type guard struct {
	rs *redsync.Redsync
}

func newGuard(client *goredislib.Client) *guard {
	return &guard{rs: redsync.New(goredis.NewPool(client))}
}

func (g *guard) run(ctx context.Context, id string, work func() error) error {
	mutex := g.rs.NewMutex("lock:"+id, redsync.WithExpiry(10*time.Second)) // want LOCK* "lock:{}"
	if err := mutex.LockContext(ctx); err != nil {                        // want LOCK*
		return err
	}
	defer func() { _, _ = mutex.UnlockContext(ctx) }() // want LOCK*
	if ok, err := mutex.ExtendContext(ctx); !ok || err != nil { // want LOCK*
		return err
	}
	return work()
}

func handed(mutex *redsync.Mutex) error {
	if err := mutex.TryLock(); err != nil { // want LOCK*
		return err
	}
	_, err := mutex.Unlock() // want LOCK*
	return err
}
