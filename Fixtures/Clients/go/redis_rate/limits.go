// Package limits holds small programs with redis_rate.
package limits

import (
	"context"

	"github.com/go-redis/redis_rate/v10"
	"github.com/redis/go-redis/v9"
)

func allowed(ctx context.Context, user string) (bool, error) {
	limiter := redis_rate.NewLimiter(redis.NewClient(&redis.Options{}))
	result, err := limiter.Allow(ctx, "user:"+user, redis_rate.PerSecond(10)) // want EVALSHA
	if err != nil {
		return false, err
	}
	_ = limiter.Reset(ctx, "user:"+user) // want DEL
	return result.Allowed > 0, nil
}
