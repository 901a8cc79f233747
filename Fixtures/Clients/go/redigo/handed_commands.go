package queue

import (
	"strings"

	"github.com/gomodule/redigo/redis"
)

// Board hands the name of the command and its arguments to one place.
type Board struct{ pool *redis.Pool }

func (b *Board) do(name string, args ...interface{}) (interface{}, error) {
	c := b.pool.Get()
	defer c.Close()
	return c.Do(name, args...)
}

func (b *Board) upper(name string, key interface{}, rest ...interface{}) (interface{}, error) {
	args := append([]interface{}{key}, rest...)
	return b.do(strings.ToUpper(name), args...)
}

func useBoard(b *Board, id string) {
	_, _ = b.do("GET", "board:"+id)               // want GET "board:{}"
	_, _ = b.do("SETEX", "board:"+id, 60, "x")    // want SETEX "board:{}"
	_, _ = b.upper("hset", "h:"+id, "field", "x") // want HSET "h:{}"
	_, _ = b.do("CLIENT", "LIST")                 // want CLIENT LIST
	_, _ = b.do("INCR", "n1")                     // want INCR "n1"
	_, _ = b.do("DECR", "n2")                     // want DECR "n2"
	_, _ = b.do("LLEN", "n3")                     // want LLEN "n3"
	_, _ = b.do("HLEN", "n4")                     // want HLEN "n4"
	_, _ = b.do("SCARD", "n5")                    // want SCARD "n5"
	_, _ = b.do("ZCARD", "n6")                    // want ZCARD "n6"
}

type sender struct{ c redis.Conn }

func (s sender) send(args ...interface{}) error {
	return s.c.Send(args[0].(string), args[1:]...)
}

func useSender(s sender) {
	_ = s.send("EXPIRE", "e", 10) // want EXPIRE "e"
	_ = s.send("SET", "s", 1)     // want SET "s"
}

func unknownName(b *Board, names chan string) {
	c := b.pool.Get()
	_, _ = c.Do(<-names, "k") // want ?
}

func lists(c redis.Conn, id string, fields map[string]string) {
	_, _ = c.Do("HMSET", redis.Args{}.Add("a:"+id).AddFlat(fields)...) // want HMSET "a:{}"
	_, _ = c.Do("HMSET", redis.Args{"b"}.AddFlat(fields)...)           // want HMSET "b"
	args := make([]interface{}, 0, 4)
	args = append(args, "c:"+id)
	args = append(args, "field", 1)
	_, _ = c.Do("HMSET", args...) // want HMSET "c:{}"
}
