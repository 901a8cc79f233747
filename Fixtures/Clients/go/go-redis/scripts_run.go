package shop

import "github.com/redis/go-redis/v9"

// The scripts are made in another file.
func unlock(rdb *redis.Client, name, token string) error {
	return release.Run(ctx, rdb, []string{"lock:" + name}, token).Err() // want EVALSHA "lock:{}"
}

func allow(rdb redis.Scripter, user string) (int, error) {
	keys := []string{"limit:" + user}
	return limit.EvalSha(ctx, rdb, keys, 1000).Int() // want EVALSHA "limit:{}"
}

func prepare(rdb *redis.Client) {
	release.Load(ctx, rdb)                                  // want SCRIPT LOAD
	release.Exists(ctx, rdb)                                // want SCRIPT EXISTS
	moved.Eval(ctx, rdb, []string{"from", "to"})            // want EVAL "from"
	take.RunRO(ctx, rdb, []string{"due", "taken"})          // want EVALSHA_RO "due"
	_, _ = rdb.Pipelined(ctx, func(p redis.Pipeliner) error {
		return release.Run(ctx, p, []string{"lock:a"}).Err() // want EVALSHA "lock:a"
	})
}
