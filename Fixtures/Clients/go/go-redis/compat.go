package shop

import (
	"github.com/redis/rueidis"
	"github.com/redis/rueidis/rueidiscompat"
)

func adapted() error {
	client, err := rueidis.NewClient(rueidis.ClientOption{InitAddress: []string{":6379"}})
	if err != nil {
		return err
	}
	adapter := rueidiscompat.NewAdapter(client)
	adapter.Set(ctx, "adapted", 1, 0)       // want SET "adapted"
	adapter.ZRangeWithScores(ctx, "z", 0, 1) // want ZRANGE "z"
	_, err = adapter.Pipelined(ctx, func(pipe rueidiscompat.Pipeliner) error {
		pipe.Incr(ctx, "piped") // want INCR "piped"
		return nil
	})
	return err
}
