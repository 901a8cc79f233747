const Redis = require("ioredis");

const url = process.env.VALKEY_URL || process.env.REDIS_URL || "redis://127.0.0.1:6379";

module.exports = new Redis(url);
