// Package queue holds small programs with redigo.
package queue

import (
	"context"
	"time"

	"github.com/gomodule/redigo/redis"
)

func dial() error {
	conn, err := redis.Dial("tcp", ":6379", redis.DialDatabase(2))
	if err != nil {
		return err
	}
	defer conn.Close()
	if _, err := conn.Do("SET", "plain", "v", "EX", 60); err != nil { // want SET "plain"
		return err
	}
	byURL, _ := redis.DialURL("redis://localhost")
	byURL.Do("PING") // want PING
	return nil
}

func newPool(addr string) *redis.Pool {
	return &redis.Pool{
		MaxIdle: 3,
		Dial:    func() (redis.Conn, error) { return redis.Dial("tcp", addr) },
		TestOnBorrow: func(c redis.Conn, last time.Time) error {
			_, err := c.Do("PING") // want PING
			return err
		},
	}
}

var pool = newPool(":6379")

// Old style.
var oldPool = redis.NewPool(func() (redis.Conn, error) {
	c, err := redis.Dial("tcp", ":6379")
	if err != nil {
		return nil, err
	}
	if _, err := c.Do("AUTH", "secret"); err != nil { // want AUTH
		return nil, err
	}
	return c, nil
}, 3)

func helpers(user string) {
	conn := pool.Get()
	defer conn.Close()
	_, _ = redis.String(conn.Do("GET", "user:"+user))                      // want GET "user:{}"
	_, _ = redis.Strings(conn.Do("SMEMBERS", "tags"))                      // want SMEMBERS "tags"
	_, _ = redis.Int64(conn.Do("incrby", "n", 2))                          // want INCRBY "n"
	_, _ = redis.Bool(conn.Do("EXISTS", key(user)))                        // want EXISTS "key:{}"
	_, _ = redis.Values(conn.Do("SCAN", 0, "MATCH", "user:*"))             // want SCAN
	_, _ = conn.Do("HSET", redis.Args{}.Add("hash").AddFlat(user)...)      // want HSET
	_, _ = oldPool.Get().Do("CONFIG", "GET", "save")                       // want CONFIG GET
}

func key(user string) string { return "key:" + user }

func contexts(ctx context.Context) error {
	conn, err := pool.GetContext(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = conn.Close() }()
	_, _ = redis.DoContext(conn, ctx, "GET", "a")                // want GET "a"
	_, _ = redis.DoWithTimeout(conn, time.Second, "BLPOP", "b", 0) // want BLPOP "b"
	if c, ok := conn.(redis.ConnWithTimeout); ok {
		_, err = c.DoWithTimeout(time.Second, "BRPOP", "c", 0) // want BRPOP "c"
	}
	if c, ok := conn.(redis.ConnWithContext); ok {
		_, err = c.DoContext(ctx, "GET", "d") // want GET "d"
	}
	return err
}

func transaction(conn redis.Conn) error {
	conn.Send("MULTI")             // want MULTI
	conn.Send("INCR", "one")       // want INCR "one"
	conn.Send("EXPIRE", "one", 10) // want EXPIRE "one"
	_, err := conn.Do("EXEC")      // want EXEC
	return err
}

func pipeline(c redis.Conn, ids []string) {
	for _, id := range ids {
		_ = c.Send("HGETALL", "row:"+id) // want HGETALL "row:{}"
	}
	_ = c.Flush()
	for range ids {
		_, _ = c.Receive()
	}
}
