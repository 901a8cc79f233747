// A package of its own that wraps a client.
const redis = require("@acme/redis-wrapper");
const settings = require("./settings");

const client = redis.createClient(settings.documents);

exports.lock = (id, callback) => client.set(`lock:${id}`, "1", "EX", 30, "NX", callback); // want SET "lock:{}"
exports.length = (id, callback) => client.llen(`updates:${id}`, callback); // want LLEN "updates:{}"

// Not a client of any kind.
const other = require("@acme/memory-store").createClient();
other.set("a", 1);
