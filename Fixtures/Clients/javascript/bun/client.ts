import { redis, RedisClient } from "bun";

const client = new RedisClient("redis://localhost:6379");

await redis.set("hello", "world"); // want SET "hello"
await client.incr("count"); // want INCR "count"
await client.send("HSET", ["profile", "name", "Ann"]); // want HSET "profile"
await Bun.redis.get("global"); // want GET "global"

const other = new Bun.RedisClient();
await other.hmget("profile", ["name"]); // want HMGET "profile"

const subscriber = await client.duplicate();
await subscriber.subscribe("news", (message) => console.log(message)); // want SUBSCRIBE "news"
client.close();

Bun.file("redis.txt").text();
Bun.env.get?.("x");
