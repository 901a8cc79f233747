package actions

import (
	"context"

	"github.com/mediocregopher/radix/v4"
)

var give = radix.NewEvalScript(`return redis.call("INCR", KEYS[1])`) // want INCR

func fourth(ctx context.Context) error {
	client, err := radix.PoolConfig{}.New(ctx, "tcp", "localhost:6379")
	if err != nil {
		return err
	}
	p := radix.NewPipeline()
	p.Append(radix.Cmd(nil, "LPUSH", "queue", "job")) // want LPUSH "queue"
	p.Append(radix.FlatCmd(nil, "SADD", "seen", 1, 2)) // want SADD "seen"
	if err := client.Do(ctx, p); err != nil {
		return err
	}
	if err := client.Do(ctx, give.Cmd(nil, []string{"stock"})); err != nil { // want EVALSHA "stock"
		return err
	}
	all := radix.ScannerConfig{}.New(client) // want SCAN
	defer all.Close()
	subscriber, err := radix.PersistentPubSubConfig{}.New(ctx, nil)
	if err != nil {
		return err
	}
	return subscriber.PSubscribe(ctx, "news.*") // want PSUBSCRIBE "news.*"
}
