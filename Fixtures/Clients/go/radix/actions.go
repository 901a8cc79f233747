// Package actions holds small programs with radix.
package actions

import (
	"fmt"

	"github.com/mediocregopher/radix/v3"
)

var take = radix.NewEvalScript(1, `return redis.call("DECR", KEYS[1])`) // want DECR

func run(pool *radix.Pool, id string) error {
	var name string
	if err := pool.Do(radix.Cmd(&name, "GET", "user:"+id)); err != nil { // want GET "user:{}"
		return err
	}
	err := pool.Do(radix.FlatCmd(nil, "HSET", fmt.Sprintf("user:%s", id), "age", 30)) // want HSET "user:{}"
	if err != nil {
		return err
	}
	both := radix.Pipeline(
		radix.Cmd(nil, "INCR", "visits"),               // want INCR "visits"
		radix.FlatCmd(nil, "EXPIRE", "visits", 60),     // want EXPIRE "visits"
		radix.Cmd(nil, "CONFIG", "SET", "maxmemory", "1gb"), // want CONFIG SET
	)
	if err := pool.Do(both); err != nil {
		return err
	}
	return pool.Do(take.Cmd(nil, "stock:"+id)) // want EVALSHA "stock:{}"
}

func transaction(client radix.Client) error {
	return client.Do(radix.WithConn("t", func(conn radix.Conn) error {
		if err := conn.Do(radix.Cmd(nil, "MULTI")); err != nil { // want MULTI
			return err
		}
		return conn.Do(radix.Cmd(nil, "EXEC")) // want EXEC
	}))
}

func scan(client radix.Client) {
	scanner := radix.NewScanner(client, radix.ScanOpts{Command: "SSCAN", Key: "members"}) // want ? "members"
	var member string
	for scanner.Next(&member) {
		_ = client.Do(radix.Cmd(nil, "SREM", "members", member)) // want SREM "members"
	}
}

func listen(conn radix.Conn, messages chan radix.PubSubMessage) error {
	subscriber := radix.PubSub(conn)
	defer subscriber.Close()
	return subscriber.Subscribe(messages, "news") // want SUBSCRIBE "news"
}
