package app

import (
	"context"
	"strconv"
	"strings"

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

// Each element gets one of several values: none of them is told.
func joined(parts ...interface{}) string {
	texts := make([]string, len(parts))
	for i, part := range parts {
		switch part.(type) {
		case string:
			texts[i] = part.(string)
		case int64:
			texts[i] = strconv.FormatInt(part.(int64), 10)
		case bool:
			if part.(bool) {
				texts[i] = "1"
			} else {
				texts[i] = "0"
			}
		}
	}
	return strings.Join(texts, ":")
}

func joinedOfAnyType(ctx context.Context, rdb *redis.Client, shop string) {
	rdb.Del(ctx, joined(shop, "payments", "lock")) // want DEL "{}"
}
