import { Batch, ClusterBatch, GlideClient, GlideClusterClient, GlideFt, GlideJson, Script } from "@valkey/valkey-glide";

const client = await GlideClient.createClient({ addresses: [{ host: "localhost" }] });

export async function commands(id: string) {
  await client.set(`user:${id}`, "1", { conditionalSet: "onlyIfDoesNotExist" }); // want SET "user:{}"
  await client.del([`user:${id}`, "other"]); // want DEL "user:{}"
  await client.hset("profile", { name: "Ann" }); // want HSET "profile"
  await client.zrangeWithScores("scores", { start: 0, end: -1 }); // want ZRANGE "scores"
  await client.zunion(["a", "b"]); // want ZUNION "a"
  await client.lmpop(["l1", "l2"], "LEFT"); // want LMPOP "l1"
  await client.customCommand(["CLIENT", "LIST"]); // want CLIENT LIST
  await client.customCommand(["GET", "raw"]); // want GET "raw"
  await client.publish("hello", "news"); // want PUBLISH "news"
  client.close();
}

export async function scripts(key: string) {
  const script = new Script("return redis.call('GET', KEYS[1])"); // want GET
  await client.invokeScript(script, { keys: [`k:${key}`], args: [] }); // want EVALSHA "k:{}"
}

export async function batches(cluster: GlideClusterClient) {
  const batch = new Batch(false).set("a", "1"); // want SET "a"
  batch.get("a"); // want GET "a"
  await client.exec(batch, true);
  const atomic = new ClusterBatch(true);
  atomic.incr("n"); // want INCR "n"
  await cluster.exec(atomic, true);
}

export async function modules(name: string) {
  await GlideJson.set(client, `doc:${name}`, "$", "{}"); // want JSON.SET "doc:{}"
  await GlideFt.search(client, "index", "*"); // want FT.SEARCH
}

export async function lookAlikes(values: Map<string, string>) {
  values.get("user:1");
  values.set("user:1", "x");
}
