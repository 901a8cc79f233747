package cached

import "github.com/hashicorp/golang-lru/v2"

func local() {
	cache, _ := lru.New[string, int](10)
	cache.Add("k", 1)
	cache.Get("k")
	cache.Remove("k")
}
