package app

import (
	"context"

	"github.com/redis/go-redis/v9"
)

type shards struct {
	rows   [][]*redis.Client
	byName map[string][]*redis.Client
}

func indices(ctx context.Context, s *shards, i, j int, name string) {
	s.rows[i][j].Get(ctx, "a")      // want GET "a"
	s.byName[name][i].Get(ctx, "b") // want GET "b"
	one := s.rows[i][j]
	one.Get(ctx, "c")              // want GET "c"
	for _, rest := range s.rows[i][1:] {
		rest.Get(ctx, "d") // want GET "d"
	}
}

func grown(ctx context.Context, c *redis.Client, ids []string) {
	keys := make([]string, 0, len(ids))
	for _, id := range ids {
		keys = append(keys, "k:"+id)
	}
	c.Del(ctx, keys...) // want DEL "k:{}"
	placed := make([]string, len(ids))
	for n, id := range ids {
		placed[n] = "p:" + id
	}
	c.MGet(ctx, placed...) // want MGET "p:{}"
	var pairs []interface{}
	for _, id := range ids {
		pairs = append(pairs, "m:"+id, "0")
	}
	c.MSet(ctx, pairs...) // want MSET "m:{}"
}
