// Package build holds small programs with rueidis.
package build

import (
	"context"
	"time"

	"github.com/redis/rueidis"
)

func connect() (rueidis.Client, error) {
	return rueidis.NewClient(rueidis.ClientOption{InitAddress: []string{"localhost:6379"}})
}

func commands(ctx context.Context, id string) error {
	client, err := connect()
	if err != nil {
		return err
	}
	defer client.Close()

	client.Do(ctx, client.B().Set().Key("plain").Value("v").Nx().Build())                      // want SET "plain"
	client.Do(ctx, client.B().Get().Key("user:"+id).Build())                                   // want GET "user:{}"
	client.Do(ctx, client.B().Set().Key("s").Value("v").Ex(time.Minute).Build())               // want SET "s"
	client.Do(ctx, client.B().Setex().Key("s").Seconds(60).Value("v").Build())                 // want SETEX "s"
	client.Do(ctx, client.B().Hset().Key("h").FieldValue().FieldValue("f", "v").Build())       // want HSET "h"
	client.Do(ctx, client.B().Del().Key("a", "b").Build())                                     // want DEL "a"
	client.Do(ctx, client.B().Scan().Cursor(0).Match("user:*").Count(9).Build())               // want SCAN "user:*"
	client.Do(ctx, client.B().Hscan().Key("h").Cursor(0).Match("f*").Build())                  // want HSCAN "h"
	client.Do(ctx, client.B().Zadd().Key("z").ScoreMember().ScoreMember(1, "m").Build())       // want ZADD "z"
	client.Do(ctx, client.B().Xadd().Key("x").Id("*").FieldValue().FieldValue("f", "v").Build()) // want XADD "x"
	client.Do(ctx, client.B().XgroupCreate().Key("x").Group("g").Id("$").Build())              // want XGROUP CREATE "x"
	client.Do(ctx, client.B().ScriptLoad().Script("return 1").Build())                         // want SCRIPT LOAD
	client.Do(ctx, client.B().Publish().Channel("news").Message("m").Build())                  // want PUBLISH "news"
	client.Do(ctx, client.B().Scan().Cursor(0).Match("a*").Type("hash").Build())               // want SCAN
	client.Do(ctx, client.B().Copy().Source("from").Destination("to").Build())                 // want COPY "from"
	client.Do(ctx, client.B().Arbitrary("JSON.SET").Keys("doc").Args("$", "{}").Build())       // want JSON.SET "doc"
	client.DoCache(ctx, client.B().Hmget().Key("h").Field("f").Cache(), time.Minute)           // want HMGET "h"

	// Over several lines, and several at once.
	client.Do(ctx, client.B().
		Lpush(). // want LPUSH "queue"
		Key("queue").
		Element("job").
		Build())
	client.DoMulti(ctx,
		client.B().Incr().Key("n").Build(),              // want INCR "n"
		client.B().Expire().Key("n").Seconds(5).Build(), // want EXPIRE "n"
	)

	// Made in one place, sent in another.
	cmd := client.B().Sadd().Key("set").Member("m").Build() // want SADD "set"
	client.Do(ctx, cmd)
	cmds := make(rueidis.Commands, 0, 2)
	for _, name := range []string{"a", "b"} {
		cmds = append(cmds, client.B().Llen().Key("list:"+name).Build()) // want LLEN
	}
	client.DoMulti(ctx, cmds...)

	return client.Receive(ctx, client.B().Subscribe().Channel("news").Build(), func(m rueidis.PubSubMessage) { // want SUBSCRIBE "news"
		_ = m.Message
	})
}

func dedicated(ctx context.Context, client rueidis.Client) error {
	return client.Dedicated(func(c rueidis.DedicatedClient) error {
		c.Do(ctx, c.B().Watch().Key("k").Build()) // want WATCH "k"
		c.DoMulti(ctx,
			c.B().Multi().Build(),                         // want MULTI
			c.B().Set().Key("k").Value("1").Build(),       // want SET "k"
			c.B().Exec().Build(),                          // want EXEC
		)
		return nil
	})
}

func borrowed(ctx context.Context, client rueidis.Client) {
	c, cancel := client.Dedicate()
	defer cancel()
	c.Do(ctx, c.B().Ping().Build()) // want PING
	for _, node := range client.Nodes() {
		node.Do(ctx, node.B().Flushall().Build()) // want FLUSHALL
	}
}

var take = rueidis.NewLuaScript(`
return redis.call("RPOP", KEYS[1]) -- want RPOP
`)

func scripts(ctx context.Context, client rueidis.Client, id string) {
	take.Exec(ctx, client, []string{"queue:" + id}, nil)                              // want EVALSHA "queue:{}"
	client.Do(ctx, client.B().Evalsha().Sha1("abc").Numkeys(1).Key("k").Build())      // want EVALSHA "k"
	_, _ = rueidis.MGet(client, ctx, []string{"one", "two"})                          // want MGET "one"
	rueidis.MDel(client, ctx, []string{"one"})                                        // want DEL "one"
}

type cache struct {
	client rueidis.Client
}

func (c *cache) get(ctx context.Context, key string) (string, error) {
	return c.client.Do(ctx, c.client.B().Get().Key("cache:"+key).Build()).ToString() // want GET "cache:{}"
}

func builder(b rueidis.Builder) rueidis.Completed {
	return b.Hgetall().Key("built").Build() // want HGETALL "built"
}
