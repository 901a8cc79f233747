import { Redis } from "ioredis";

// What a generic function gives back is what its own caller gives it.
export function singleton<T>(name: string, make: () => T): T {
  const kept = globalThis as any;
  kept.__singletons ??= {};
  kept.__singletons[name] ??= make();
  return kept.__singletons[name];
}

function open(): Redis | undefined {
  return process.env.REDIS_HOST ? new Redis({ host: process.env.REDIS_HOST }) : undefined;
}

const redis = singleton("redis", open);
const table = singleton("table", () => new Map<string, string>());

export async function put(key: string) {
  await redis?.set(`one:${key}`, "1"); // want SET "one:{}"
  table.set(key, "1");
  return table.get(key);
}
