import Redis, { Cluster } from "ioredis";

type Client = Redis | Cluster;

const primary = new Redis();
const replica = process.env.REPLICA ? new Redis(process.env.REPLICA) : primary;

// One of several.
export const either = (given?: Client) => (given || primary).get("either"); // want GET "either"
export const fallback = (given?: Client | null) => (given ?? replica).get("fallback"); // want GET "fallback"

// In collections.
const all = [primary, replica];
const byName = new Map<string, Redis>();
const pools: Record<string, Redis> = { primary, replica };

export async function collections(name: string) {
  for (const client of all) await client.get("each"); // want GET "each"
  all.forEach((client) => client.get("forEach")); // want GET "forEach"
  const [first] = all;
  await first.get("first"); // want GET "first"
  byName.set(name, new Redis());
  await byName.get(name)!.get("mapped"); // want GET "mapped"
  for (const [, client] of byName) await client.get("entry"); // want GET "entry"
  await pools[name].get("indexed"); // want GET "indexed"
  await pools.primary.get("member"); // want GET "member"
  for (const client of Object.values(pools)) await client.get("value"); // want GET "value"
}

// Casts and annotations.
declare const container: { resolve(name: string): unknown };

export async function cast(context: any) {
  await (container.resolve("redis") as Redis).get("cast"); // want GET "cast"
  const client = context.redis as unknown as Redis;
  await client.get("unknown"); // want GET "unknown"
  const annotated: Redis = context.get("redis");
  await annotated.get("annotated"); // want GET "annotated"
}

export async function bounded<T extends Redis>(client: T) {
  await client.get("bounded"); // want GET "bounded"
}

export function typed(client: Client, ids: string[], options: { redis: Redis }) {
  return [
    client.exists(...ids), // want EXISTS
    options.redis.type("typed"), // want TYPE "typed"
  ];
}

// Methods as values.
const get = primary.get.bind(primary);
export const read = (id: string) => get(`bound:${id}`); // want GET "bound:{}"
export const apply = (keys: string[]) => primary.del.apply(primary, keys); // want DEL
export const handlers = { ping: () => primary.ping() }; // want PING

// What it is made by is chosen.
const makers = { single: () => new Redis(), cluster: () => new Cluster([]) };

export async function chosen(kind: "single" | "cluster") {
  const client = makers[kind]();
  await client.get("chosen"); // want GET "chosen"
  switch (kind) {
    case "single":
      return client.lpush("list", "1"); // want LPUSH "list"
    default:
      return client.rpush("list", "1"); // want RPUSH "list"
  }
}

const COMMANDS = { read: "GET", write: "SET" } as const;

export async function constants(key: string) {
  await primary.call(COMMANDS.read, key); // want GET "{}"
  await primary["hget"]("h", "f"); // want HGET "h"
}
