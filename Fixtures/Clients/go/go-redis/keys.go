package shop

import (
	"fmt"
	"strings"

	"github.com/redis/go-redis/v9"
)

const prefix = "shop:"

var separator = ":"

func userKey(id string) string { return prefix + "user:" + id }

func orderKey(user string, order int64) string {
	return fmt.Sprintf("%suser:%s:order:%d", prefix, user, order)
}

func joined(parts ...string) string { return strings.Join(append([]string{"shop"}, parts...), ":") }

type keys struct{ namespace string }

func (k keys) cart(user string) string { return k.namespace + ":cart:" + user }

func keyed(rdb *redis.Client, user string, order int64) {
	rdb.HGetAll(ctx, userKey(user))          // want HGETALL "shop:user:{}"
	rdb.Get(ctx, orderKey(user, order))      // want GET "shop:user:{}:order:{}"
	rdb.Get(ctx, prefix+"a"+separator+user)  // want GET "shop:a:{}"
	rdb.Get(ctx, strings.Join([]string{"a", user, "b"}, ":")) // want GET "a:{}:b"
	rdb.LLen(ctx, joined("queue"))           // want LLEN

	k := keys{namespace: "eu"}
	rdb.SMembers(ctx, k.cart(user)) // want SMEMBERS "eu:cart:{}"

	key := prefix + "v1"
	key += ":" + user
	rdb.Exists(ctx, key) // want EXISTS

	list := []string{"one", "two"}
	rdb.Del(ctx, list...) // want DEL "one"
}
