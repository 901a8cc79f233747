const { RedisStore } = require("connect-redis");
const { createNodeRedisClient } = require("handy-redis");
const { Tedis, TedisPool } = require("tedis");
const asyncRedis = require("async-redis");

const handy = createNodeRedisClient();
handy.get("handy"); // want GET "handy"
handy.nodeRedis.get("inner", () => {}); // want GET "inner"

const tedis = new Tedis({ port: 6379 });
tedis.hget("h", "f"); // want HGET "h"

const pool = new TedisPool();
pool.getTedis().then((connection) => connection.keys("*")); // want KEYS "*"

const client = asyncRedis.createClient();
const store = new RedisStore({ client });
store.client.ttl("sess:1"); // want TTL "sess:1"
store.get("1", () => {});
