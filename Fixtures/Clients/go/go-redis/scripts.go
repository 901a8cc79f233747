package shop

import (
	_ "embed"
	"fmt"

	"github.com/redis/go-redis/v9"
)

var release = redis.NewScript(`
if redis.call("GET", KEYS[1]) == ARGV[1] then -- want GET
  return redis.call("DEL", KEYS[1]) -- want DEL
end
return 0
`)

const limitSource = `
local n = redis.call("INCR", KEYS[1]) -- want INCR
if n == 1 then
  redis.call("PEXPIRE", KEYS[1], ARGV[1]) -- want PEXPIRE
end
return n
`

var limit = redis.NewScript(limitSource)

// Put together from pieces: a piece ends where the next begins.
var moved = redis.NewScript("local v = redis.call('RPOP', KEYS[1])\n" + // want RPOP "from"
	"redis.call('LPUSH', KEYS[2], v)\n" + // want LPUSH "to"
	"return v")

func formatted(rdb *redis.Client, field string) {
	source := fmt.Sprintf(`
		return redis.call("HGET", KEYS[1], "%s") -- want HGET
	`, field)
	rdb.Eval(ctx, source, []string{"formatted"}) // want EVAL "formatted"
}

func direct(rdb redis.Scripter) {
	// want EVAL "text"
	rdb.Eval(ctx, `return redis.call("STRLEN", KEYS[1]) -- want STRLEN
	`, []string{"text"})
	sha, _ := rdb.ScriptLoad(ctx, limitSource).Result() // want SCRIPT LOAD
	rdb.EvalSha(ctx, sha, []string{"limit"}, 1000)      // want EVALSHA "limit"
}

//go:embed scripts/take.lua
var takeSource string

var take = redis.NewScript(takeSource)
