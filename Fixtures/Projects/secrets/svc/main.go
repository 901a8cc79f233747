package main

import (
	"context"

	"github.com/redis/go-redis/v9"
)

var client = redis.NewClient(&redis.Options{Addr: "cache:6379", Password: "pa$$hunter2"}) // want password

func open() (*redis.Options, error) { return redis.ParseURL("redis://app:s3/hunter2@cache:6379/0") } // want password

func main() {
	ctx := context.Background()
	client.Do(ctx, "AUTH", "hunter2")
	client.ConfigSet(ctx, "requirepass", "hunter2")
	client.Keys(ctx, "*")
	options, _ := open()
	redis.NewClient(options).Keys(ctx, "*")
}
