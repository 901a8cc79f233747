import Redis from "ioredis";
import { TAKE_TOKEN, defineAll } from "./define";

const redis = new Redis();
defineAll(redis);

const REFILL = "redis.call('SET', KEYS[1], ARGV[1])"; // want SET

export async function take(user: string) {
  // @ts-expect-error defined at run time
  const taken = await redis.takeToken(`tokens:${user}`); // want EVALSHA "tokens:{}"
  if (!taken) await redis.eval(REFILL, 1, `tokens:${user}`, 10); // want EVAL "tokens:{}"
  return taken;
}

export async function unlock(name: string, token: string) {
  // @ts-expect-error defined at run time
  await redis.releaseLock(`lock:${name}`, token); // want EVALSHA "lock:{}"
}

export async function bySha(user: string) {
  const sha = (await redis.script("LOAD", TAKE_TOKEN)) as string; // want SCRIPT LOAD
  return redis.evalsha(sha, 1, `tokens:${user}`); // want EVALSHA "tokens:{}"
}
