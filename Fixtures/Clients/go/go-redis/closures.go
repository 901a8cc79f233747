package shop

import (
	"context"

	"github.com/redis/go-redis/v9"
)

func withClient(run func(*redis.Client) error) error {
	client := redis.NewClient(&redis.Options{})
	defer client.Close()
	return run(client)
}

func retry(attempts int, do func() error) error {
	var err error
	for i := 0; i < attempts; i++ {
		if err = do(); err == nil {
			return nil
		}
	}
	return err
}

func closures(rdb *redis.Client) error {
	go func() {
		rdb.LPush(ctx, "background", 1) // want LPUSH "background"
	}()
	go func(c *redis.Client) {
		c.LPush(ctx, "argument", 1) // want LPUSH "argument"
	}(rdb)
	defer rdb.Del(ctx, "deferred") // want DEL "deferred"
	defer func() { _ = rdb.Del(context.Background(), "cleanup").Err() }() // want DEL "cleanup"

	if err := withClient(func(c *redis.Client) error {
		return c.Set(ctx, "given", 1, 0).Err() // want SET "given"
	}); err != nil {
		return err
	}
	return retry(3, func() error {
		if _, err := rdb.Get(ctx, "retried").Result(); err != nil { // want GET "retried"
			return err
		}
		return nil
	})
}

func handlers(rdb *redis.Client) map[string]func(string) {
	return map[string]func(string){
		"hit": func(id string) { rdb.Incr(ctx, "hit:"+id) }, // want INCR "hit:{}"
		"log": logger(rdb),
	}
}

func logger(rdb redis.Cmdable) func(string) {
	return func(text string) {
		rdb.RPush(ctx, "log", text) // want RPUSH "log"
	}
}

func sentinels() {
	s := redis.NewSentinelClient(&redis.Options{Addr: ":26379"})
	s.GetMasterAddrByName(ctx, "main") // want SENTINEL GET-MASTER-ADDR-BY-NAME
	s.Failover(ctx, "main")            // want SENTINEL FAILOVER
}
