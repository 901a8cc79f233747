import { createClient, commandOptions, type RedisClientType } from "redis";

const client = createClient({ url: process.env.REDIS_URL });
client.on("error", (error) => console.error(error));

type Connection = ReturnType<typeof createClient>;

export async function start(): Promise<void> {
  await client.connect();
  await client.ping(); // want PING
}

export async function values(id: string) {
  await client.set(`user:${id}`, "1", { EX: 60, NX: true }); // want SET "user:{}"
  await client.setEx(`session:${id}`, 30, "1"); // want SETEX "session:{}"
  await client.get(`user:${id}`); // want GET "user:{}"
  await client.GETDEL(`user:${id}`); // want GETDEL "user:{}"
  await client.mGet(["a", "b"]); // want MGET "a"
  await client.incrByFloat("load", 0.5); // want INCRBYFLOAT "load"
  await client.get(commandOptions({ returnBuffers: true }), "blob"); // want GET
}

export async function collections(id: string) {
  await client.hSet(`profile:${id}`, { name: "Ann", age: 30 }); // want HSET "profile:{}"
  await client.hGetAll(`profile:${id}`); // want HGETALL "profile:{}"
  await client.zAdd("scores", [{ score: 1, value: id }]); // want ZADD "scores"
  await client.zRangeWithScores("scores", 0, -1); // want ZRANGE "scores"
  await client.zUnion(["scores", "old"]); // want ZUNION "scores"
  await client.sInterCard(["s1", "s2"]); // want SINTERCARD "s1"
  await client.lmPop(["l1", "l2"], "LEFT"); // want LMPOP "l1"
  await client.zInter(["scores", "old"], { WEIGHTS: [1, 2] }); // want ZINTER "scores" "old"
  await client.blmPop(5, ["l1", "l2"], "LEFT", { COUNT: 2 }); // want BLMPOP "l1" "l2"
  await client.hExpire(`profile:${id}`, ["name"], 60); // want HEXPIRE "profile:{}"
  await client.scan(0, { MATCH: "profile:*", COUNT: 10 }); // want SCAN "profile:*"
  await client.blPop("jobs", 0); // want BLPOP "jobs"
  await client.xAdd("events", "*", { type: "login" }); // want XADD "events"
  await client.xGroupCreate("events", "workers", "$", { MKSTREAM: true }); // want XGROUP CREATE "events"
  await client.xRead({ key: "events", id: "0" }); // want XREAD "events"
  await client.xReadGroup("workers", "w1", [{ key: "events", id: ">" }]); // want XREADGROUP "events"
}

export async function scripts(key: string) {
  const source = `return redis.call("INCR", KEYS[1])`; // want INCR
  await client.eval(source, { keys: [`count:${key}`], arguments: ["1"] }); // want EVAL "count:{}"
  const sha = await client.scriptLoad(source); // want SCRIPT LOAD
  await client.evalSha(sha, { keys: [`count:${key}`] }); // want EVALSHA "count:{}"
}

export async function raw(name: string) {
  await client.sendCommand(["SET", "raw", "1"]); // want SET "raw"
  await client.sendCommand([name, "raw"]); // want ?
}

export async function iterate() {
  for await (const key of client.scanIterator({ MATCH: "user:*" })) { // want SCAN "user:*"
    await client.unlink(key); // want UNLINK
  }
  for await (const { field } of client.hScanIterator("profile")) console.log(field); // want HSCAN "profile"
}

export async function transactions(id: string) {
  await client
    .multi() // want MULTI*
    .set(`a:${id}`, "1") // want SET "a:{}"
    .hIncrBy("stats", "writes", 1) // want HINCRBY "stats"
    .exec();
  await client.executeIsolated(async (isolated) => {
    await isolated.watch("balance"); // want WATCH "balance"
    const multi = isolated.multi(); // want MULTI*
    multi.decrBy("balance", 1); // want DECRBY "balance"
    return multi.exec();
  });
}

export async function subscribe(connection: Connection) {
  const subscriber = connection.duplicate();
  await subscriber.connect();
  await subscriber.subscribe("news", (message) => console.log(message)); // want SUBSCRIBE "news"
  await subscriber.pSubscribe("room:*", (message, channel) => console.log(channel)); // want PSUBSCRIBE "room:*"
  await connection.publish("news", "hello"); // want PUBLISH "news"
  await subscriber.unsubscribe("news"); // want UNSUBSCRIBE "news"
}

export class Store {
  private client: RedisClientType;

  constructor(client?: RedisClientType) {
    this.client = client ?? createClient();
  }

  find = (id: string) => this.client.hGet("rows", id); // want HGET "rows"
}

// What listens gives the client back.
const listening = await createClient().on("error", console.error).connect();
await listening.del("l:1"); // want DEL "l:1"
