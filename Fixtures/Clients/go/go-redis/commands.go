package shop

import (
	"fmt"
	"strconv"
	"time"

	"github.com/redis/go-redis/v9"
)

func strings_(rdb *redis.Client, id int, name string) {
	rdb.Set(ctx, "name:"+name, "x", time.Hour)                                  // want SET "name:{}"
	rdb.SetNX(ctx, fmt.Sprintf("lock:%d", id), "me", 10*time.Second)            // want SETNX "lock:{}"
	rdb.SetXX(ctx, "x", 1, redis.KeepTTL)                                       // want SET "x"
	rdb.SetEx(ctx, "session:"+strconv.Itoa(id), "v", 30*time.Minute)            // want SETEX "session:{}"
	rdb.SetArgs(ctx, "args", 1, redis.SetArgs{Mode: "NX", TTL: time.Minute})    // want SET "args"
	rdb.GetEx(ctx, "g", time.Minute)                                            // want GETEX "g"
	rdb.GetDel(ctx, "g")                                                        // want GETDEL "g"
	rdb.GetSet(ctx, "g", 2)                                                     // want GETSET "g"
	rdb.MGet(ctx, "a", "b", "c")                                                // want MGET "a"
	rdb.MSet(ctx, "a", 1, "b", 2)                                               // want MSET "a"
	rdb.IncrBy(ctx, "n", 5)                                                     // want INCRBY "n"
	rdb.IncrByFloat(ctx, "f", 0.5)                                              // want INCRBYFLOAT "f"
	rdb.SetBit(ctx, "bits", 7, 1)                                               // want SETBIT "bits"
	rdb.BitOpAnd(ctx, "dest", "bits", "more")                                   // want BITOP "dest"
	rdb.BitPosSpan(ctx, "bits", 1, 0, -1, "bit")                                // want BITPOS "bits"
	rdb.LCS(ctx, &redis.LCSQuery{Key1: "one", Key2: "two"})                     // want LCS "one"
	rdb.Expire(ctx, "n", 24*time.Hour)                                          // want EXPIRE "n"
	rdb.ExpireNX(ctx, "n", time.Hour)                                           // want EXPIRE "n"
	rdb.PExpire(ctx, "n", 1500*time.Millisecond)                                // want PEXPIRE "n"
	rdb.ExpireAt(ctx, "n", time.Now())                                          // want EXPIREAT "n"
	rdb.Rename(ctx, "old", "new")                                               // want RENAME "old"
	rdb.RestoreReplace(ctx, "r", 0, "dump")                                     // want RESTORE "r"
	rdb.Migrate(ctx, "host", "6379", "moved", 0, time.Second)                   // want MIGRATE "moved"
	rdb.Copy(ctx, "from", "to", 0, true)                                        // want COPY "from"
	rdb.ObjectIdleTime(ctx, "o")                                                // want OBJECT IDLETIME "o"
	rdb.MemoryUsage(ctx, "o")                                                   // want MEMORY USAGE "o"
	rdb.Sort(ctx, "list", &redis.Sort{Get: []string{"#"}})                      // want SORT "list"
	rdb.SortStore(ctx, "list", "sorted", &redis.Sort{})                         // want SORT "list"
}

func collections(rdb *redis.Client, user string) {
	rdb.HSet(ctx, "user:"+user, "name", "x", "age", 3)                                    // want HSET "user:{}"
	rdb.HGetAll(ctx, "user:"+user)                                                        // want HGETALL "user:{}"
	rdb.HIncrBy(ctx, "user:"+user, "visits", 1)                                           // want HINCRBY "user:{}"
	rdb.HScanNoValues(ctx, "h", 0, "a*", 10)                                              // want HSCAN "h"
	rdb.HRandFieldWithValues(ctx, "h", 2)                                                 // want HRANDFIELD "h"
	rdb.HExpire(ctx, "h", time.Minute, "field")                                           // want HEXPIRE "h"
	rdb.LPush(ctx, "queue", "job")                                                        // want LPUSH "queue"
	rdb.LPopCount(ctx, "queue", 10)                                                       // want LPOP "queue"
	rdb.LPosCount(ctx, "queue", "job", 1, redis.LPosArgs{})                               // want LPOS "queue"
	rdb.LInsertBefore(ctx, "queue", "a", "b")                                             // want LINSERT "queue"
	rdb.BLPop(ctx, 5*time.Second, "queue", "other")                                       // want BLPOP "queue"
	rdb.BRPopLPush(ctx, "queue", "busy", 0)                                               // want BRPOPLPUSH "queue"
	rdb.BLMove(ctx, "queue", "busy", "left", "right", 0)                                  // want BLMOVE "queue"
	rdb.LMPop(ctx, "left", 2, "queue", "other")                                           // want LMPOP "queue"
	rdb.BLMPop(ctx, 0, "left", 2, "queue")                                                // want BLMPOP "queue"
	rdb.SAdd(ctx, "tags", "a")                                                            // want SADD "tags"
	rdb.SMembersMap(ctx, "tags")                                                          // want SMEMBERS "tags"
	rdb.SPopN(ctx, "tags", 3)                                                             // want SPOP "tags"
	rdb.SRandMemberN(ctx, "tags", 3)                                                      // want SRANDMEMBER "tags"
	rdb.SInterStore(ctx, "both", "tags", "marks")                                         // want SINTERSTORE "both"
	rdb.SInterCard(ctx, 10, "tags", "marks")                                              // want SINTERCARD "tags"
	rdb.ZAdd(ctx, "board", redis.Z{Score: 1, Member: user})                               // want ZADD "board"
	rdb.ZAddNX(ctx, "board", redis.Z{Score: 1, Member: user})                             // want ZADD "board"
	rdb.ZAddArgs(ctx, "board", redis.ZAddArgs{GT: true})                                  // want ZADD "board"
	rdb.ZRangeWithScores(ctx, "board", 0, 9)                                              // want ZRANGE "board"
	rdb.ZRangeArgs(ctx, redis.ZRangeArgs{Key: "board", Start: 0, Stop: 9, Rev: true})     // want ZRANGE "board"
	rdb.ZRevRangeWithScores(ctx, "board", 0, 9)                                           // want ZREVRANGE "board"
	rdb.ZRangeByScore(ctx, "board", &redis.ZRangeBy{Min: "0", Max: "10"})                 // want ZRANGEBYSCORE "board"
	rdb.ZRevRangeByScoreWithScores(ctx, "board", &redis.ZRangeBy{Min: "0", Max: "10"})    // want ZREVRANGEBYSCORE "board"
	rdb.ZPopMin(ctx, "board", 1)                                                          // want ZPOPMIN "board"
	rdb.BZPopMax(ctx, time.Second, "board")                                               // want BZPOPMAX "board"
	rdb.ZUnionStore(ctx, "all", &redis.ZStore{Keys: []string{"board", "other"}})          // want ZUNIONSTORE "all"
	rdb.ZInterWithScores(ctx, &redis.ZStore{Keys: []string{"board", "other"}})            // want ZINTER "board"
	rdb.ZRankWithScore(ctx, "board", user)                                                // want ZRANK "board"
	rdb.PFAdd(ctx, "unique", user)                                                        // want PFADD "unique"
	rdb.GeoAdd(ctx, "shops", &redis.GeoLocation{Name: "a", Longitude: 1, Latitude: 2})    // want GEOADD "shops"
	rdb.GeoRadius(ctx, "shops", 1, 2, &redis.GeoRadiusQuery{Radius: 5})                   // want GEORADIUS "shops"
	rdb.GeoSearchLocation(ctx, "shops", &redis.GeoSearchLocationQuery{})                  // want GEOSEARCH "shops"
	rdb.JSONSet(ctx, "doc", "$", "{}")                                                    // want JSON.SET "doc"
	rdb.JSONMGet(ctx, "$.a", "doc", "doc2")                                               // want JSON.MGET "doc"
	rdb.FTSearch(ctx, "index", "@name:x")                                                 // want FT.SEARCH
	rdb.BFAdd(ctx, "filter", "x")                                                         // want BF.ADD "filter"
	rdb.TSAddWithArgs(ctx, "series", 1, 2, &redis.TSOptions{})                            // want TS.ADD "series"
}

func scans(rdb *redis.Client) {
	iterator := rdb.Scan(ctx, 0, "session:*", 100).Iterator() // want SCAN
	for iterator.Next(ctx) {
		rdb.Unlink(ctx, iterator.Val()) // want UNLINK
	}
	rdb.ScanType(ctx, 0, "*", 10, "hash") // want SCAN
	rdb.ZScan(ctx, "board", 0, "*", 10)   // want ZSCAN "board"
	rdb.Keys(ctx, "user:*")               // want KEYS
}

func server(rdb *redis.Client) {
	rdb.FlushDBAsync(ctx)                 // want FLUSHDB
	rdb.ShutdownSave(ctx)                 // want SHUTDOWN
	rdb.InfoMap(ctx, "memory")            // want INFO
	rdb.ConfigSet(ctx, "maxmemory", "1")  // want CONFIG SET
	rdb.ClientTrackingOff(ctx)            // want CLIENT TRACKING
	rdb.ClientKillByFilter(ctx, "ID", "1") // want CLIENT KILL
	rdb.SlowLogGet(ctx, 10)               // want SLOWLOG GET
	rdb.DebugObject(ctx, "o")             // want DEBUG
	rdb.FunctionLoadReplace(ctx, library) // want FUNCTION LOAD
	rdb.ACLWhoAmI(ctx)                    // want ACL WHOAMI
	rdb.Wait(ctx, 1, time.Second)         // want WAIT
}

const library = "#!lua name=mylib\n"
