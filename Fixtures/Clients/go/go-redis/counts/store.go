package counts

import (
	"context"

	"github.com/redis/go-redis/v9"
)

type Store struct{ client *redis.Client }

func (s *Store) Count(ctx context.Context, name, period string) {
	s.client.Incr(ctx, base+bucket(name, period)) // want INCR "count/{}/total" "count/{}/{}"
	s.client.SAdd(ctx, Sets.Active, name)         // want SADD "counts:active"
}
