package stores

import "github.com/zeromicro/go-zero/core/collection"

func local() {
	cache, _ := collection.NewCache(10)
	cache.Set("k", 1)
	_, _ = cache.Get("k")
	cache.Del("k")
}
