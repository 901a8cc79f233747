import Redis, { Cluster, type ChainableCommander } from "ioredis";

const redis = new Redis();

export async function chained(id: string) {
  const results = await redis
    .pipeline() // want MULTI*
    .set(`user:${id}`, "1") // want SET "user:{}"
    .expire(`user:${id}`, 60) // want EXPIRE "user:{}"
    .exec();
  return results?.map(([, value]) => value);
}

export async function named(ids: string[]) {
  const multi = redis.multi(); // want MULTI*
  for (const id of ids) {
    multi.hget(`profile:${id}`, "name"); // want HGET "profile:{}"
  }
  add(multi, "all");
  await multi.exec();
}

function add(commands: ChainableCommander, name: string) {
  commands
    .sadd("names", name) // want SADD "names"
    .incr("count"); // want INCR "count"
}

export async function batches() {
  await redis
    .multi([ // want MULTI*
      ["set", "a", "1"], // want SET "a"
      ["incr", "b"], // want INCR "b"
    ])
    .exec();
  const pipeline = redis.pipeline([ // want MULTI*
    ["get", "c"], // want GET "c"
  ]);
  await pipeline.exec();
}

export async function manual() {
  await redis.multi({ pipeline: false }); // want MULTI*
  await redis.set("d", "1"); // want SET "d"
  await redis.exec(); // want EXEC
}

export async function onCluster() {
  const cluster = new Cluster([{ host: "127.0.0.1", port: 7000 }]);
  await cluster.get("e"); // want GET "e"
  await Promise.all(cluster.nodes("master").map((node) => node.flushdb())); // want FLUSHDB
  for (const node of cluster.nodes()) await node.dbsize(); // want DBSIZE
  const other = new Redis.Cluster([]);
  await other
    .pipeline() // want MULTI*
    .del("f") // want DEL "f"
    .exec();
}
