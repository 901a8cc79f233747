// Nothing here is an operation, but what says so.
const axios = require("axios");
const { EventEmitter } = require("events");
const { Pool } = require("pg");
const LRU = require("lru-cache");
const Memcached = require("memcached");
const express = require("express");
const Redis = require("ioredis");

const seen = new Map();
seen.set("redis", 1);
seen.get("redis");
seen.delete("redis");
[...seen.keys()].sort();

const names = new Set(["get", "set"]);
names.has("get");

const http = axios.create();
http.get("/redis/keys");
http.post("/publish", { channel: "news" });

const events = new EventEmitter();
events.on("message", () => {});
events.emit("publish", "news");

class Bus extends EventEmitter {
  publish(channel, message) {
    this.emit(channel, message);
  }

  subscribe(channel, listener) {
    this.on(channel, listener);
  }
}
new Bus().publish("news", "hello");
new Bus().subscribe("news", () => {});

const pool = new Pool();
pool.query("select 1");
pool.connect().then((client) => client.query("select get('x')"));

const lru = new LRU({ max: 10 });
lru.set("user:1", {});
lru.get("user:1");
lru.del("user:1");

const memcached = new Memcached("localhost:11211");
memcached.get("key", () => {});
memcached.incr("key", 1, () => {});

const router = express.Router();
router.get("/keys", (request, response) => response.set("x", "1").send());
router.del("/keys", (request, response) => response.type("json"));

Object.keys({ hset: 1 }).forEach((key) => key.length);
["a", "b"].sort().keys();
const list = [1, 2, 3];
list.append = () => {};
list.append();

localStorage.set("a", "b");
sessionStorage.get("a");

const fake = { get: jest.fn(), set: jest.fn(), hgetall: jest.fn().mockResolvedValue({}) };
fake.get("user:1");
fake.hgetall("user:1");

// A client, but not a command of it.
const redis = new Redis();
redis.on("error", console.error);
redis.once("ready", () => {});
redis.removeListener("error", console.error);
redis.status === "ready";
redis.options.keyPrefix;
redis.duplicate({ db: 1 }).disconnect();

// redis.set("in", "a comment");
const text = 'redis.set("in", "a string")';

function shadowed(redis) {
  return redis.get("a parameter that nobody gives a client");
}
shadowed(new Map());

module.exports = { text, http, lru };

// The text of a pipeline is a text.
const queued = new Redis().pipeline(); // want MULTI*
const version = String(queued.toString()).trim();
version.substr(1);
queued.toString().substr(1);
String(queued).substr(1);
