import { createCluster, createClientPool, createSentinel, type RedisClusterType } from "@redis/client";

const cluster: RedisClusterType = createCluster({ rootNodes: [{ url: "redis://127.0.0.1:7000" }] });
const pool = createClientPool({}, { minimum: 1 });
const sentinel = createSentinel({ name: "main", sentinelRootNodes: [] });

export async function run() {
  await cluster.get("a"); // want GET "a"
  await cluster
    .multi() // want MULTI*
    .set("b", "1") // want SET "b"
    .exec();
  await pool.get("c"); // want GET "c"
  await pool.execute(async (client) => client.set("d", "1")); // want SET "d"
  await sentinel.use(async (client) => {
    await client.watch("e"); // want WATCH "e"
  });
  const lease = await sentinel.acquire();
  await lease.incr("f"); // want INCR "f"
}
