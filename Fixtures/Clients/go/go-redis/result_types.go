package app

import (
	"context"

	"github.com/redis/go-redis/v9"
)

// What its methods give back says that it is a client, however few they are.
type reader interface {
	Get(ctx context.Context, key string) *redis.StringCmd
}

type readerService struct {
	redis interface {
		Get(ctx context.Context, key string) *redis.StringCmd
		Close() error
	}
}

func readOne(ctx context.Context, r reader) {
	r.Get(ctx, "one") // want GET "one"
}

func (s *readerService) read(ctx context.Context) {
	s.redis.Get(ctx, "two") // want GET "two"
}

// Plain results say nothing of a client.
type plainReader interface {
	Get(ctx context.Context, key string) (string, error)
}

func readPlain(ctx context.Context, r plainReader) (string, error) { return r.Get(ctx, "plain") }
