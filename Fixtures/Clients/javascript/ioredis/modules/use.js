import main, { store, connection as open, clients } from "./lib/index.js";
import * as all from "./lib/all.js";

export async function run() {
  await main.get("default"); // want GET "default"
  await store.get("named"); // want GET "named"
  await open().get("called"); // want GET "called"
  await clients.cache.get("namespace"); // want GET "namespace"
  await all.store.get("star"); // want GET "star"
  const { cache } = await import("./lib/client.js");
  await cache.get("dynamic"); // want GET "dynamic"
}
