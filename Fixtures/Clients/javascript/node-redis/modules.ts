import { createClient } from "redis";

const client = await createClient().connect();

export async function documents(id: string) {
  await client.json.set(`doc:${id}`, "$", { a: 1 }); // want JSON.SET "doc:{}"
  await client.json.arrAppend(`doc:${id}`, "$.list", 1); // want JSON.ARRAPPEND "doc:{}"
  await client.ft.create("index", {}, { ON: "JSON", PREFIX: "doc:" }); // want FT.CREATE
  await client.ft.search("index", "*"); // want FT.SEARCH
  await client.ts.add("temperature", "*", 20); // want TS.ADD "temperature"
  await client.ts.range("temperature", "-", "+"); // want TS.RANGE "temperature"
  await client.bf.add("seen", id); // want BF.ADD "seen"
  await client.cf.exists("seen2", id); // want CF.EXISTS "seen2"
  await client.cms.incrBy("counts", { item: id, incrementBy: 1 }); // want CMS.INCRBY "counts"
  await client.topK.listWithCount("top"); // want TOPK.LIST "top"
  await client.tDigest.add("latency", [1]); // want TDIGEST.ADD "latency"
  await client.configGet("maxmemory"); // want CONFIG GET
  await client.objectEncoding("top"); // want OBJECT ENCODING "top"
}
