package queue

import (
	"fmt"

	"github.com/gomodule/redigo/redis"
)

const push = "LPUSH"

type command struct {
	name string
	args []interface{}
}

// Commands are put together in one place and sent in another.
func run(c redis.Conn, name string, args ...interface{}) (interface{}, error) {
	return c.Do(name, args...) // want ?
}

func constants(c redis.Conn, id string) {
	c.Do(push, "queue:"+id, 1)                       // want LPUSH "queue:{}"
	c.Do("ZADD", fmt.Sprintf("board:%s", id), 1, id) // want ZADD "board:{}"
	c.Do("SCAN", 0, "MATCH", "board:*", "COUNT", 10) // want SCAN "board:*"
	args := []interface{}{"list", 0, -1}
	c.Do("LRANGE", args...) // want LRANGE "list"
}

func publish(c redis.Conn) {
	c.Do("PUBLISH", "news", "hello") // want PUBLISH "news"
}

func subscribe() {
	psc := redis.PubSubConn{Conn: pool.Get()}
	psc.Subscribe("news", "alerts") // want SUBSCRIBE "news"
	psc.PSubscribe("room:*")        // want PSUBSCRIBE "room:*"
	psc.Conn.Do("PING")             // want PING
	for {
		switch v := psc.Receive().(type) {
		case redis.Message:
			_ = v.Data
		case error:
			psc.Unsubscribe() // want UNSUBSCRIBE
			return
		}
	}
}

var pop = redis.NewScript(1, `
local v = redis.call("LPOP", KEYS[1]) -- want LPOP
if v then
  redis.call("INCR", "popped") -- want INCR "popped"
end
return v
`)

func scripts(c redis.Conn, id string) {
	pop.Do(c, "queue:"+id)   // want EVALSHA "queue:{}"
	pop.Send(c, "queue")     // want EVAL "queue"
	pop.SendHash(c, "queue") // want EVALSHA "queue"
	pop.Load(c)              // want SCRIPT LOAD
	// want EVAL "k"
	c.Do("EVAL", `
	return redis.call("GET", KEYS[1]) -- want GET
	`, 1, "k")
}
