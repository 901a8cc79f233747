package shop

import (
	"context"
	"time"

	"github.com/redis/go-redis/v9"
)

func pipelines(rdb *redis.Client) error {
	pipe := rdb.Pipeline()
	incr := pipe.Incr(ctx, "hits")       // want INCR "hits"
	pipe.Expire(ctx, "hits", time.Hour)  // want EXPIRE "hits"
	pipe.Do(ctx, "SET", "raw", 1)        // want SET "raw"
	if _, err := pipe.Exec(ctx); err != nil {
		return err
	}
	_ = incr.Val()

	tx := rdb.TxPipeline()             // want MULTI*
	tx.SAdd(ctx, "members", "a")       // want SADD "members"
	tx.SRem(ctx, "waiting", "a")       // want SREM "waiting"
	defer tx.Discard()
	_, err := tx.Exec(ctx)
	return err
}

func pipelined(rdb redis.UniversalClient, names []string) error {
	_, err := rdb.Pipelined(ctx, func(pipe redis.Pipeliner) error {
		for _, name := range names {
			pipe.HGet(ctx, "profile", name) // want HGET "profile"
		}
		return nil
	})
	if err != nil {
		return err
	}
	_, err = rdb.TxPipelined(ctx, func(p redis.Pipeliner) error { // want MULTI*
		p.Set(ctx, "a", 1, 0) // want SET "a"
		return fill(p)
	})
	return err
}

// A function that is handed over instead of a closure.
func fill(pipe redis.Pipeliner) error {
	return pipe.ZRem(ctx, "board", "x").Err() // want ZREM "board"
}

func handedOver(rdb *redis.Client) {
	_, _ = rdb.Pipelined(ctx, fill)
}

func optimistic(rdb *redis.Client, key string) error {
	increment := func(tx *redis.Tx) error {
		n, err := tx.Get(ctx, key).Int() // want GET
		if err != nil && err != redis.Nil {
			return err
		}
		_, err = tx.TxPipelined(ctx, func(pipe redis.Pipeliner) error { // want MULTI*
			pipe.Set(ctx, key, n+1, 0) // want SET
			return nil
		})
		return err
	}
	for range 10 {
		err := rdb.Watch(ctx, increment, key) // want WATCH
		if err == redis.TxFailedErr {
			continue
		}
		return err
	}
	return rdb.Watch(ctx, func(tx *redis.Tx) error { // want WATCH "stock"
		tx.Unwatch(ctx)                // want UNWATCH
		tx.Watch(ctx, "other")         // want WATCH "other"
		return tx.Get(ctx, "x").Err() // want GET "x"
	}, "stock")
}

func everyNode(cluster *redis.ClusterClient) error {
	master, err := cluster.MasterForKey(ctx, "k")
	if err != nil {
		return err
	}
	master.Info(ctx) // want INFO
	return cluster.ForEachMaster(ctx, func(ctx context.Context, node *redis.Client) error {
		return node.FlushAllAsync(ctx).Err() // want FLUSHALL
	})
}
