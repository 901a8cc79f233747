import Redis from "ioredis";
import { CURSOR_KEY, POSITION_KEY } from "./index";

const redis = new Redis();
const PREFIXES: Record<string, string> = { trace: "seen:trace", event: "seen:event" };

export async function position(kind: string, id: string) {
  await redis.get(CURSOR_KEY); // want GET "jobs:cursor"
  await redis.get(POSITION_KEY); // want GET "jobs:cursor"
  await redis.set(`${PREFIXES[kind]}:${id}`, 1); // want SET "seen:trace:{}" "seen:event:{}"
}
