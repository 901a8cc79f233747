package shop

import redis "example.com/shop/twin"

func useTwin() {
	client := redis.NewClient()
	client.Set(ctx, "a", "b")
	client.Get(ctx, "a")
}
