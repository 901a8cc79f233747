package shop

import "github.com/redis/go-redis/v9"

type pool struct {
	shards  []*redis.Client
	byName  map[string]redis.UniversalClient
	current chan *redis.Client
}

func newPool(addresses []string) *pool {
	p := &pool{byName: make(map[string]redis.UniversalClient), current: make(chan *redis.Client, 1)}
	for _, address := range addresses {
		client := redis.NewClient(&redis.Options{Addr: address})
		p.shards = append(p.shards, client)
		p.byName[address] = client
	}
	return p
}

func (p *pool) use(name string) {
	p.shards[0].Get(ctx, "first")       // want GET "first"
	p.byName[name].Get(ctx, "named")    // want GET "named"
	if client, ok := p.byName[name]; ok {
		client.Get(ctx, "checked") // want GET "checked"
	}
	for _, shard := range p.shards {
		shard.Ping(ctx) // want PING
	}
	for name, client := range p.byName {
		client.Set(ctx, "owner", name, 0) // want SET "owner"
	}
	client := <-p.current
	client.Get(ctx, "received") // want GET "received"
	select {
	case c := <-p.current:
		c.Get(ctx, "selected") // want GET "selected"
	default:
	}
}

func local() {
	clients := []*redis.Client{redis.NewClient(&redis.Options{}), redis.NewClient(&redis.Options{DB: 1})}
	clients[1].Get(ctx, "slice") // want GET "slice"
	table := map[string]*redis.Client{"cache": clients[0]}
	table["cache"].Get(ctx, "map") // want GET "map"
	for _, c := range table {
		c.Get(ctx, "ranged") // want GET "ranged"
	}
	array := [...]redis.Cmdable{clients[0]}
	array[0].Get(ctx, "array") // want GET "array"
	structs := []struct {
		name string
		rdb  *redis.Client
	}{{"a", clients[0]}, {name: "b", rdb: clients[1]}}
	for _, s := range structs {
		s.rdb.Get(ctx, "struct") // want GET "struct"
	}
}
