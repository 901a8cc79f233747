// A package of the workspace beside files of its name.
import { createRedisClient, type Redis } from "@acme/redis";

export class Queue {
  private redis: Redis;

  constructor(host: string) {
    this.redis = createRedisClient({ host });
  }

  size(name: string) {
    return this.redis.zcard(`queue:${name}`); // want ZCARD "queue:{}"
  }
}
