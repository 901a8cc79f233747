import { Redis, type RedisOptions } from "ioredis";
export { Redis, type RedisOptions } from "ioredis";

export function createRedisClient(options: RedisOptions): Redis {
  return new Redis(options);
}
