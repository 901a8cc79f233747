const Redis = require("ioredis");

const client = new Redis(process.env.REDIS_URL || process.env.VALKEY_URL || "redis://127.0.0.1:6379");

exports.count = (id) => client.incr(`hits:${id}`);
