package events

import (
	"context"
	"os"

	"github.com/redis/go-redis/v9"
)

func Connect() *redis.Client {
	addr := os.Getenv("REDIS_ADDR")
	if addr == "" {
		addr = "localhost:6379"
	}
	return redis.NewClient(&redis.Options{Addr: addr})
}

type Log struct {
	client *redis.Client
}

func New() *Log { return &Log{client: Connect()} }

func (l *Log) Prepare(ctx context.Context) error {
	return l.client.XGroupCreateMkStream(ctx, "orders", "billing", "0").Err()
}

func (l *Log) Add(ctx context.Context, order string) error {
	return l.client.XAdd(ctx, &redis.XAddArgs{Stream: "orders", MaxLen: 10000, Approx: true, Values: []string{"order", order}}).Err()
}

func (l *Log) Read(ctx context.Context, consumer string) ([]redis.XStream, error) {
	return l.client.XReadGroup(ctx, &redis.XReadGroupArgs{
		Group: "billing", Consumer: consumer, Streams: []string{"orders", ">"}, Count: 10,
	}).Result()
}

func (l *Log) Done(ctx context.Context, id string) error {
	return l.client.XAck(ctx, "orders", "billing", id).Err()
}
