package shop

import (
	"context"

	"github.com/redis/go-redis/v9"
)

func Announce(ctx context.Context, client *redis.Client, cart string) error {
	return client.Publish(ctx, "carts/"+cart, "paid").Err()
}
