import { Redis } from "ioredis";

// Reads and writes go to different servers.
export class Pair {
  constructor(readonly write: Redis, readonly read: Redis) {}

  static connect(urls: { write: string; read: string }) {
    return new Pair(new Redis(urls.write), new Redis(urls.read));
  }

  get(key: string) {
    return this.read.get(`pair:${key}`); // want GET "pair:{}"
  }

  pipeline() {
    return this.write.pipeline(); // want MULTI*
  }
}

export async function usePair() {
  const pair = Pair.connect({ write: "redis://a", read: "redis://b" });
  await pair.get("x");
  await pair.write.set("x", "1"); // want SET "x"
  await pair.pipeline().set("y", "1").exec(); // want SET "y"
  const { read } = pair;
  await read.mget(["a", "b"]); // want MGET "a"
}

// A factory with closures over the client.
export function createCache(client = new Redis(), { prefix = "c:" } = {}) {
  const name = (key: string) => `${prefix}${key}`;
  return {
    get: (key: string) => client.get(name(key)), // want GET "c:{}"
    async set(key: string, value: string) {
      await client.set(name(key), value, "PX", 1000); // want SET "c:{}"
    },
    client,
  };
}

const cache = createCache();
cache.get("not an operation here");
cache.client.get("through"); // want GET "through"
