import Valkey, { Cluster } from "iovalkey";

const valkey = new Valkey();
await valkey.set("a", "1"); // want SET "a"
await valkey.hgetallBuffer("h"); // want HGETALL "h"

const cluster = new Cluster([{ host: "localhost", port: 7000 }]);
await cluster.spublish("news", "hello"); // want SPUBLISH "news"
