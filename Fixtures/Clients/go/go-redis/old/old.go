// Package old uses version 7, whose methods take no context.
package old

import (
	"time"

	"github.com/go-redis/redis/v7"
)

var incr = redis.NewScript(`return redis.call("INCR", KEYS[1]) -- want INCR
`)

func run(key string) error {
	client := redis.NewClient(&redis.Options{})
	client.Set("plain", "v", time.Minute)          // want SET "plain"
	client.HSet("hash:"+key, "f", 1)               // want HSET "hash:{}"
	client.BLPop(time.Second, "queue")             // want BLPOP "queue"
	client.Do("INCRBY", "raw", 5)                  // want INCRBY "raw"
	client.XAdd(&redis.XAddArgs{Stream: "events"}) // want XADD "events"
	client.ZAdd("board", &redis.Z{Score: 1})       // want ZADD "board"
	client.Publish("channel", "message")           // want PUBLISH "channel"
	client.Subscribe("channel")                    // want SUBSCRIBE "channel"
	incr.Run(client, []string{"n"})                // want EVALSHA "n"
	_, err := client.TxPipelined(func(pipe redis.Pipeliner) error { // want MULTI*
		pipe.Del("gone") // want DEL "gone"
		return nil
	})
	if err != nil {
		return err
	}
	return client.Watch(func(tx *redis.Tx) error { // want WATCH "watched"
		return tx.Get("watched").Err() // want GET "watched"
	}, "watched")
}
