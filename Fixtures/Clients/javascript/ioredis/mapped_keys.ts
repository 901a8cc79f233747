import Redis from "ioredis";

const redis = new Redis();
const PREFIX = "user";

const keyOf = (id: string) => `${PREFIX}:${id}`;

export async function many(ids: string[], name: string) {
  await redis.mget(ids.map((id) => `user:${id}:${name}`)); // want MGET "user:{}:{}"
  await redis.mget(...ids.map(keyOf)); // want MGET "user:{}"
  await redis.unlink(ids.filter(Boolean).map((id) => keyOf(id))); // want UNLINK "user:{}"
  await redis.mset(ids.map((id) => [`seen:${id}`, 1])); // want MSET "seen:{}"
  await redis.del(["a", "b"].map((part) => `part:${part}`)); // want DEL "part:a" "part:b"
}

export async function batches(ids: string[]) {
  const keys = ids.map((id) => `batch:${id}`);
  for (let i = 0; i < keys.length; i += 100) {
    await redis.del(...keys.slice(i, i + 100)); // want DEL "batch:{}"
  }
}

const clean = (part?: string) => (part ? part.trim() : "");

export async function joined(parts: string[]) {
  await redis.get(parts.map(clean).filter(Boolean).join(":")); // want GET "{}"
}
