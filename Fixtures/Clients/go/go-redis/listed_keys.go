package shop

import "github.com/redis/go-redis/v9"

// Keys that the server listed have the pattern's form.
func forget(rdb *redis.Client, tenant string) error {
	keys, err := rdb.Keys(ctx, "seen:"+tenant+":*").Result() // want KEYS "seen:{}:*"
	if err != nil {
		return err
	}
	for _, key := range keys {
		rdb.Persist(ctx, key) // want PERSIST "seen:{}:{}"
	}
	all := rdb.Scan(ctx, 0, "cart:*", 100).Iterator() // want SCAN "cart:*"
	for all.Next(ctx) {
		rdb.Unlink(ctx, all.Val()) // want UNLINK "cart:{}"
	}
	return rdb.Del(ctx, keys...).Err() // want DEL "seen:{}:{}"
}
