import { Redis } from "ioredis";

class NoRedis {
  async get(key: string) {
    return null;
  }
}

export const carts = process.env.REDIS_URL ? new Redis(process.env.REDIS_URL) : (new NoRedis() as unknown as Redis);
