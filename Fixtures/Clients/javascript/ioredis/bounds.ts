import Redis from "ioredis";

// A bound that names what it bounds.
export class Chain<T extends T | string> {
  add<U extends U | Chain<T>>(link: U, links: U[]): U {
    return link ?? links[0];
  }
}

export async function run<T extends Promise<T>>(redis: Redis, job: T) {
  await redis.incr("runs"); // want INCR "runs"
  return job;
}
