// Package caches holds small programs with rockscache.
package caches

import (
	"context"
	"time"

	"github.com/dtm-labs/rockscache"
	"github.com/redis/go-redis/v9"
)

type users struct {
	cache *rockscache.Client
}

func open(rdb redis.UniversalClient) *users {
	return &users{cache: rockscache.NewClient(rdb, rockscache.NewDefaultOptions())}
}

func (u *users) name(ctx context.Context, id string) (string, error) {
	return u.cache.Fetch2(ctx, "user:"+id, time.Minute, func() (string, error) { // want EVALSHA "user:{}"
		return "name", nil
	})
}

func (u *users) drop(ctx context.Context, id string) error {
	if err := u.cache.TagAsDeleted("user:" + id); err != nil { // want EVALSHA "user:{}"
		return err
	}
	return u.cache.TagAsDeletedBatch2(ctx, []string{"user:a"}) // want EVALSHA "user:a"
}

func (u *users) raw(ctx context.Context) error {
	if _, err := u.cache.RawGet(ctx, "user:raw"); err != nil { // want HGET "user:raw"
		return err
	}
	return u.cache.RawSet(ctx, "user:raw", "v", time.Second) // want HSET "user:raw"
}
