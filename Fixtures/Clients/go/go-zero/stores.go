// Package stores holds small programs with go-zero's stores.
package stores

import (
	"context"

	"github.com/zeromicro/go-zero/core/stores/kv"
	"github.com/zeromicro/go-zero/core/stores/redis"
)

type service struct {
	store *redis.Redis
}

func build(conf redis.RedisConf) *service {
	return &service{store: redis.MustNewRedis(conf)}
}

func (s *service) strings(ctx context.Context, id string) error {
	if _, err := s.store.Get("user:" + id); err != nil { // want GET "user:{}"
		return err
	}
	if _, err := s.store.GetCtx(ctx, "user:"+id); err != nil { // want GET "user:{}"
		return err
	}
	if err := s.store.Setex("token", "v", 60); err != nil { // want SETEX "token"
		return err
	}
	if err := s.store.SetexCtx(ctx, "token", "v", 60); err != nil { // want SETEX "token"
		return err
	}
	_, err := s.store.SetnxExCtx(ctx, "once", "v", 5) // want SETNX "once"
	return err
}

func (s *service) collections(ctx context.Context) {
	_, _ = s.store.HgetallCtx(ctx, "hash")                                // want HGETALL "hash"
	_, _ = s.store.ZaddCtx(ctx, "board", 10, "a")                         // want ZADD "board"
	_, _ = s.store.Zadds("board", redis.Pair{Key: "a", Score: 1})         // want ZADD "board"
	_, _ = s.store.ZrevrangeWithScoresCtx(ctx, "board", 0, -1)            // want ZREVRANGE "board"
	_, _ = s.store.ZrangebyscoreWithScoresAndLimit("board", 0, 9, 0, 10)  // want ZRANGEBYSCORE "board"
	_, _ = s.store.LpopCount("queue", 2)                                  // want LPOP "queue"
	_, _ = s.store.PublishCtx(ctx, "news", "m")                           // want PUBLISH "news"
	_, _ = s.store.Eval("return redis.call('GET', KEYS[1])", []string{"k"}) // want EVAL "k", want GET
}

func (s *service) pipelined(ctx context.Context) error {
	return s.store.PipelinedCtx(ctx, func(pipe redis.Pipeliner) error {
		pipe.Incr(ctx, "n")      // want INCR "n"
		pipe.Expire(ctx, "n", 1) // want EXPIRE "n"
		_, err := pipe.Exec(ctx)
		return err
	})
}

func (s *service) locked() error {
	lock := redis.NewRedisLock(s.store, "lock:job") // want LOCK* "lock:job"
	lock.SetExpire(10)
	if ok, err := lock.Acquire(); err != nil || !ok { // want LOCK*
		return err
	}
	_, err := lock.Release() // want LOCK*
	return err
}

func keyed(conf kv.KvConf) error {
	store := kv.NewStore(conf)
	if _, err := store.Sadd("set", "a"); err != nil { // want SADD "set"
		return err
	}
	return store.Expire("set", 60) // want EXPIRE "set"
}
