package shop

import (
	"fmt"

	"github.com/redis/go-redis/v9"
)

func publish(rdb redis.UniversalClient, room int) {
	rdb.Publish(ctx, fmt.Sprintf("room:%d", room), "hello") // want PUBLISH "room:{}"
	rdb.SPublish(ctx, "shard", "hello")                     // want SPUBLISH "shard"
	rdb.PubSubChannels(ctx, "room:*")                       // want PUBSUB CHANNELS
	rdb.PubSubNumSub(ctx, "news")                           // want PUBSUB NUMSUB
}

func subscribe(rdb *redis.Client) {
	sub := rdb.Subscribe(ctx, "news", "alerts") // want SUBSCRIBE "news"
	defer sub.Close()
	sub.PSubscribe(ctx, "room:*")  // want PSUBSCRIBE "room:*"
	sub.Unsubscribe(ctx, "alerts") // want UNSUBSCRIBE "alerts"
	for message := range sub.Channel() {
		rdb.LPush(ctx, "inbox", message.Payload) // want LPUSH "inbox"
	}
	for {
		message, err := sub.ReceiveMessage(ctx)
		if err != nil {
			return
		}
		rdb.Incr(ctx, "seen:"+message.Channel) // want INCR "seen:{}"
	}
}

type listener struct {
	sub *redis.PubSub
}

func newListener(rdb *redis.Client, pattern string) *listener {
	return &listener{sub: rdb.PSubscribe(ctx, pattern)} // want PSUBSCRIBE
}

func (l *listener) add(channel string) error {
	return l.sub.Subscribe(ctx, channel) // want SUBSCRIBE
}
