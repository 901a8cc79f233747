import { Cache, createCache } from "cache-manager";

// A type that is written says more than the names of its members.
export class Quotas {
  private cache!: Cache;

  async open() {
    this.cache = createCache();
  }

  async read(keys: string[]) {
    await this.cache.mset(keys.map((key) => ({ key, value: 0 })));
    return this.cache.mget(keys);
  }

  async drop(keys: string[]) {
    await this.cache.hset(keys[0], "a", 1);
    return this.cache.mget(keys);
  }
}
