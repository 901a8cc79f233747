// Package shop holds small programs with go-redis.
package shop

import (
	"context"
	"time"

	"github.com/redis/go-redis/v9"
)

var ctx = context.Background()

func constructors() error {
	plain := redis.NewClient(&redis.Options{Addr: "localhost:6379", DB: 1})
	plain.Set(ctx, "plain", "1", 0) // want SET "plain"

	cluster := redis.NewClusterClient(&redis.ClusterOptions{Addrs: []string{":7000", ":7001"}})
	cluster.Incr(ctx, "{cluster}:visits") // want INCR "{cluster}:visits"

	ring := redis.NewRing(&redis.RingOptions{Addrs: map[string]string{"a": ":7000"}})
	ring.Get(ctx, "ring") // want GET "ring"

	failover := redis.NewFailoverClient(&redis.FailoverOptions{MasterName: "main"})
	failover.Ping(ctx) // want PING

	failoverCluster := redis.NewFailoverClusterClient(&redis.FailoverOptions{MasterName: "main", RouteByLatency: true})
	failoverCluster.DBSize(ctx) // want DBSIZE

	universal := redis.NewUniversalClient(&redis.UniversalOptions{Addrs: []string{":6379"}})
	universal.Del(ctx, "a", "b") // want DEL "a"

	options, err := redis.ParseURL("redis://localhost:6379/2")
	if err != nil {
		return err
	}
	parsed := redis.NewClient(options)
	defer parsed.Close()
	parsed.WithTimeout(time.Second).Exists(ctx, "parsed") // want EXISTS "parsed"

	connection := parsed.Conn()
	connection.ClientSetName(ctx, "worker") // want CLIENT SETNAME
	connection.Select(ctx, 3)               // want SELECT

	var zero redis.Client
	zero.FlushDB(ctx) // want FLUSHDB

	made := new(redis.Client)
	made.FlushAll(ctx) // want FLUSHALL

	return shadowed(options)
}

// A shadow of the package, and of itself.
func shadowed(options *redis.Options) error {
	redis := redis.NewClient(options)
	if redis := redis; redis != nil {
		redis.TTL(ctx, "shadow") // want TTL "shadow"
	}
	return nil
}

// A factory, one with an error, and one that chooses.
func open(addr string) *redis.Client {
	return redis.NewClient(&redis.Options{Addr: addr})
}

func connect(addr string) (*redis.Client, error) {
	client := open(addr)
	if err := client.Ping(ctx).Err(); err != nil { // want PING
		return nil, err
	}
	return client, nil
}

func choose(cluster bool) (client redis.UniversalClient, err error) {
	if cluster {
		client = redis.NewClusterClient(&redis.ClusterOptions{})
	} else {
		client = open(":6379")
	}
	return
}

func factories() {
	open(":6379").Persist(ctx, "factory") // want PERSIST "factory"
	if client, err := connect(":6379"); err == nil {
		client.Append(ctx, "log", "x") // want APPEND "log"
	}
	chosen, _ := choose(true)
	chosen.Type(ctx, "chosen") // want TYPE "chosen"
}
