const Redis = require("ioredis");

const url = process.env.REDIS_URL || "redis://:s3/hunter2@cache:6379"; // want password
const a = new Redis(url);
const b = new Redis({ host: "cache", password: "pa$$hunter2" }); // want password
const c = new Redis("redis://cache:6379/0?password=hunter2"); // want password
const d = new Redis(6379, "cache", { username: "app", password: process.env.REDIS_PASSWORD || "hunter2" }); // want password
const e = new Redis({ host: "cache", password: "hunter2" }); // want password

async function run() {
  await a.keys("*"); // redis://:hunter2@cache
  await b.auth("hunter2");
  await b.call("AUTH", "app", "hunter2");
  await c.config("SET", "requirepass", "hunter2");
  await d.flushall();
  await e.keys("*");
}

module.exports = { run };
