package server

import (
	"context"
	"testing"

	"github.com/alicebob/miniredis/v2"
	"github.com/redis/go-redis/v9"
)

func setup(t *testing.T) (*miniredis.Miniredis, *redis.Client) {
	t.Helper()
	server := miniredis.RunT(t)
	client := redis.NewClient(&redis.Options{Addr: server.Addr()})
	t.Cleanup(func() { _ = client.Close() })
	return server, client
}

func TestServer(t *testing.T) {
	server, client := setup(t)
	ctx := context.Background()

	// What is done to the server itself is no operation.
	_ = server.Set("k", "v")
	server.HSet("h", "f", "v")
	_, _ = server.Get("k")
	server.FastForward(1)
	server.Del("k")
	server.DB(1).Set("k", "v")
	_ = server.Exists("k")
	server.FlushAll()

	client.Set(ctx, "k", "v", 0) // want SET "k"
	if got := client.Get(ctx, "k").Val(); got != "v" { // want GET "k"
		t.Fatal(got)
	}
	t.Run("nested", func(t *testing.T) {
		own, err := miniredis.Run()
		if err != nil {
			t.Fatal(err)
		}
		defer own.Close()
		rdb := redis.NewClient(&redis.Options{Addr: own.Addr()})
		rdb.Incr(ctx, "n") // want INCR "n"
		own.Incr("n", 1)
	})
}
