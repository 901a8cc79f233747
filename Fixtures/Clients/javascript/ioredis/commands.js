const Redis = require("ioredis");

const redis = new Redis(process.env.REDIS_URL);

async function strings(id, user) {
  await redis.set(`user:${id}`, JSON.stringify(user), "EX", 3600); // want SET "user:{}"
  await redis.setex("session:" + id, 60, "1"); // want SETEX "session:{}"
  await redis.getBuffer(`avatar:${id}`); // want GET "avatar:{}"
  await redis.mget("a", "b"); // want MGET "a"
  await redis.mset({ a: 1, b: 2 }); // want MSET
  await redis.del(`user:${id}`, `avatar:${id}`); // want DEL "user:{}"
  const n = await redis.incrby("visits", 2); // want INCRBY "visits"
  return n;
}

async function collections(id) {
  await redis.hset(`profile:${id}`, { name: "Ann" }); // want HSET "profile:{}"
  await redis.hgetall(`profile:${id}`); // want HGETALL "profile:{}"
  await redis.zadd("scores", "NX", 10, id); // want ZADD "scores"
  await redis.zrevrange("scores", 0, 9, "WITHSCORES"); // want ZREVRANGE "scores"
  await redis.brpoplpush("jobs", "active", 0); // want BRPOPLPUSH "jobs"
  await redis.xadd("events", "*", "type", "login"); // want XADD "events"
  await redis.xread("COUNT", 2, "STREAMS", "events", "0"); // want XREAD "events"
  await redis.xreadgroup("GROUP", "workers", "w1", "STREAMS", "events", ">"); // want XREADGROUP "events"
}

// Commands of two words take the second as an argument.
async function words(sha) {
  await redis.script("LOAD", "return 1"); // want SCRIPT LOAD
  await redis.script("exists", sha); // want SCRIPT EXISTS
  await redis.xgroup("CREATE", "events", "workers", "$", "MKSTREAM"); // want XGROUP CREATE "events"
  await redis.xinfo("STREAM", "events"); // want XINFO STREAM "events"
  await redis.config("SET", "maxmemory", "1mb"); // want CONFIG SET
  await redis.client("SETNAME", "web"); // want CLIENT SETNAME
  await redis.object("ENCODING", "scores"); // want OBJECT ENCODING "scores"
  await redis.memory("USAGE", "scores"); // want MEMORY USAGE "scores"
  await redis.cluster("NODES"); // want CLUSTER NODES
  await redis.pubsub("CHANNELS", "*"); // want PUBSUB CHANNELS
}

async function raw(name) {
  await redis.call("JSON.SET", "doc", "$", "{}"); // want JSON.SET "doc"
  await redis.call("HSET", ["profile", "name", "Ann"]); // want HSET "profile"
  await redis.callBuffer("GET", "blob"); // want GET "blob"
  await redis.send_command("PING"); // want PING
  await redis.sendCommand(new Redis.Command("SET", ["raw", "1"])); // want SET "raw"
  const command = new Redis.Command("GET", ["raw"]); // want GET "raw"
  await redis.sendCommand(command);
  await redis.call(name, "x"); // want ?
  await redis[name]("x"); // want ?
}

function streams(id) {
  redis.scanStream({ match: "user:*", count: 100 }).on("data", () => {}); // want SCAN "user:*"
  redis.hscanStream(`profile:${id}`); // want HSCAN "profile:{}"
  redis.sscanStream("members"); // want SSCAN "members"
  redis.zscanStream("scores"); // want ZSCAN "scores"
}

async function connection() {
  await redis.connect();
  await redis.ping(); // want PING
  const monitor = await redis.monitor(); // want MONITOR
  monitor.on("monitor", console.log);
  await redis.flushdb(); // want FLUSHDB
  await redis.quit(); // want QUIT
  redis.disconnect();
}

module.exports = { strings, collections, words, raw, streams, connection };
