import Redis from "ioredis";
import express from "express";

// Clients kept in objects of which nothing else is known.
const app = express();
app.locals.redis = new Redis();
app.locals.redis.get("locals"); // want GET "locals"
app.locals.settings.get("nothing here");

globalThis.shared = globalThis.shared || new Redis();
globalThis.shared.get("global"); // want GET "global"

// What `this` is in an object's functions.
export const store = {
  redis: new Redis(),
  read(key) {
    return this.redis.get(`this:${key}`); // want GET "this:{}"
  },
  write: async function (key) {
    await this.redis.set(key, 1); // want SET
  },
};

// Methods that are given to others.
const client = new Redis();
export const remove = (keys) => Promise.all(keys.map(client.del)); // want DEL
const wrapped = new Proxy(client, {});
wrapped.get("proxy"); // want GET "proxy"
