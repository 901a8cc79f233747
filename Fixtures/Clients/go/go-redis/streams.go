package shop

import (
	"time"

	"github.com/redis/go-redis/v9"
)

const stream = "events"

func produce(rdb redis.Cmdable, tenant string) (string, error) {
	return rdb.XAdd(ctx, &redis.XAddArgs{ // want XADD "events:{}"
		Stream: stream + ":" + tenant,
		MaxLen: 1000,
		Approx: true,
		Values: map[string]any{"kind": "created"},
	}).Result()
}

func consume(rdb redis.Cmdable, group, consumer string) error {
	if err := rdb.XGroupCreateMkStream(ctx, stream, group, "$").Err(); err != nil { // want XGROUP CREATE "events"
		return err
	}
	for {
		batches, err := rdb.XReadGroup(ctx, &redis.XReadGroupArgs{ // want XREADGROUP "events"
			Group:    group,
			Consumer: consumer,
			Streams:  []string{stream, ">"},
			Block:    time.Second,
		}).Result()
		if err != nil {
			return err
		}
		for _, batch := range batches {
			for _, message := range batch.Messages {
				rdb.XAck(ctx, stream, group, message.ID) // want XACK "events"
			}
		}
	}
}

func inspect(rdb redis.Cmdable) {
	rdb.XReadStreams(ctx, stream, "0")                                                    // want XREAD "events"
	rdb.XRead(ctx, &redis.XReadArgs{Streams: []string{"one", "two", "0", "0"}})           // want XREAD "one" "two"
	rdb.XPendingExt(ctx, &redis.XPendingExtArgs{Stream: stream, Group: "g", Count: 10})   // want XPENDING "events"
	rdb.XClaimJustID(ctx, &redis.XClaimArgs{Stream: stream, Group: "g"})                  // want XCLAIM "events"
	rdb.XAutoClaim(ctx, &redis.XAutoClaimArgs{Stream: stream, Group: "g"})                // want XAUTOCLAIM "events"
	rdb.XRangeN(ctx, stream, "-", "+", 5)                                                 // want XRANGE "events"
	rdb.XTrimMaxLenApprox(ctx, stream, 100, 0)                                            // want XTRIM "events"
	rdb.XInfoStreamFull(ctx, stream, 1)                                                   // want XINFO STREAM "events"
	rdb.XInfoGroups(ctx, stream)                                                          // want XINFO GROUPS "events"
	rdb.XLen(ctx, stream)                                                                 // want XLEN "events"
	rdb.XDel(ctx, stream, "1-1")                                                          // want XDEL "events"
}
