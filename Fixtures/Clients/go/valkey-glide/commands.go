// Package glide holds small programs with valkey-glide.
package glide

import (
	"context"
	"time"

	glide "github.com/valkey-io/valkey-glide/go/v2"
	"github.com/valkey-io/valkey-glide/go/v2/config"
	"github.com/valkey-io/valkey-glide/go/v2/options"
	"github.com/valkey-io/valkey-glide/go/v2/pipeline"
)

func standalone(ctx context.Context, id string) error {
	settings := config.NewClientConfiguration().WithAddress(&config.NodeAddress{Host: "localhost", Port: 6379})
	client, err := glide.NewClient(settings)
	if err != nil {
		return err
	}
	defer client.Close()
	client.Set(ctx, "plain", "v")                                                   // want SET "plain"
	client.SetWithOptions(ctx, "plain", "v", *options.NewSetOptions())              // want SET "plain"
	client.Get(ctx, "user:"+id)                                                     // want GET "user:{}"
	client.HSet(ctx, "hash", map[string]string{"f": "v"})                           // want HSET "hash"
	client.Expire(ctx, "hash", time.Minute)                                         // want EXPIRE "hash"
	client.ZRangeWithScores(ctx, "z", options.NewRangeByIndexQuery(0, 1))           // want ZRANGE "z"
	client.LPopCount(ctx, "list", 2)                                                // want LPOP "list"
	client.BLPop(ctx, []string{"list"}, time.Second)                                // want BLPOP "list"
	client.HRandFieldWithCountWithValues(ctx, "hash", 2)                            // want HRANDFIELD "hash"
	client.XAdd(ctx, "stream", nil)                                                 // want XADD "stream"
	client.Publish(ctx, "news", "m")                                                // want PUBLISH "news"
	client.CustomCommand(ctx, []string{"GETDEL", "custom"})                         // want GETDEL "custom"
	client.InvokeScript(ctx, *script) // want EVALSHA
	return nil
}

func cluster(ctx context.Context, client *glide.ClusterClient) {
	client.PingWithOptions(ctx, options.ClusterPingOptions{}) // want PING
	client.FlushAll(ctx)                                      // want FLUSHALL
}

func batch(ctx context.Context, client *glide.Client) error {
	commands := pipeline.NewStandaloneBatch(true)
	commands.Set("a", "1") // want SET "a"
	commands.Incr("a")     // want INCR "a"
	_, err := client.Exec(ctx, *commands, true)
	return err
}

var script = options.NewScript(`
return redis.call("PING") -- want PING
`)
