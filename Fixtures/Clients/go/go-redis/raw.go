package shop

import "github.com/redis/go-redis/v9"

const (
	cmdIncr = "INCR"
	cmdJSON = "JSON.SET"
)

func raw(rdb *redis.Client, id, name string) {
	rdb.Do(ctx, "SET", "raw:"+id, 1, "EX", 60) // want SET "raw:{}"
	rdb.Do(ctx, cmdIncr, "n")                  // want INCR "n"
	rdb.Do(ctx, cmdJSON, "doc", "$", "{}")     // want JSON.SET "doc"
	rdb.Do(ctx, "config", "get", "save")       // want CONFIG GET
	rdb.Do(ctx, name, id)                      // want ?

	args := []interface{}{"HSET", "hash:" + id, "f", 1} // want HSET "hash:{}"
	rdb.Do(ctx, args...)

	grown := []any{"SADD", "set:" + id} // want SADD "set:{}"
	grown = append(grown, name)
	rdb.Do(ctx, grown...)

	cmd := redis.NewStringCmd(ctx, "GET", "made") // want GET "made"
	_ = rdb.Process(ctx, cmd)
}
