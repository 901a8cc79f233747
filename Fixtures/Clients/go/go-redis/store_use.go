package shop

import (
	"github.com/redis/go-redis/v9"

	"example.com/shop/store"
)

func useStore(id string) error {
	s := store.New(redis.NewClient(&redis.Options{}))
	s.Client.Get(ctx, "outside")         // want GET "outside"
	store.Default.Get(ctx, "default")    // want GET "default"
	if opened, err := store.Open(); err == nil {
		opened.Get(ctx, "opened") // want GET "opened"
	}
	shared.Get(ctx, "other file") // want GET "other file"
	return s.Save(ctx, id)
}
