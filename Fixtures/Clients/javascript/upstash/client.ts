import { Redis } from "@upstash/redis";

const redis = Redis.fromEnv();
const other = new Redis({ url: "https://example.com", token: "t" });

export async function run(id: string) {
  await redis.set(`user:${id}`, { a: 1 }, { ex: 60, nx: true }); // want SET "user:{}"
  await other.hset("profile", { name: "Ann" }); // want HSET "profile"
  await redis.zadd("scores", { score: 1, member: id }); // want ZADD "scores"
  await redis.scan(0, { match: "user:*", count: 100 }); // want SCAN "user:*"
  const source = "return redis.call('GET', KEYS[1])"; // want GET
  await redis.eval(source, [`k:${id}`], []); // want EVAL "k:{}"
  const pipeline = redis.pipeline(); // want MULTI*
  pipeline.incr("n"); // want INCR "n"
  await pipeline.exec();
  await redis.json.set("doc", "$", {}); // want JSON.SET "doc"
  const script = redis.createScript("return redis.call('DEL', KEYS[1])"); // want DEL
  await script.exec(["gone"], []); // want EVALSHA "gone"
}

export const lookAlike = (cache: Map<string, string>) => cache.get("user:1");
