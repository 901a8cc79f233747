const Redis = require("ioredis");
const helper = require("./parameters_helper");

const redis = new Redis();

// Known from the callers alone.
function save(client, id) {
  return client.set(`saved:${id}`, 1); // want SET "saved:{}"
}

function count(client = redis) {
  return client.scard("members"); // want SCARD "members"
}

function destructured({ redis: conn, prefix }) {
  return conn.get(prefix + "x"); // want GET "p:x"
}

const nested = ({ deps: { cache } }) => cache.ttl("t"); // want TTL "t"

function variadic(...clients) {
  return clients.map((c) => c.ping()); // want PING
}

async function main() {
  await save(redis, 1);
  await count();
  await destructured({ redis, prefix: "p:" });
  await nested({ deps: { cache: redis } });
  await variadic(redis);
  await helper.remove(redis, 1);
  await helper({ redis }).list();
}

main();

// Bound to a function that is handed on.
class Reconnecting {
  constructor() {
    const raw = new Redis();
    raw.once("connect", this.ask.bind(this, raw));
    this.read = raw.get.bind(raw, "bound");
  }

  ask(raw) {
    raw.call("info", ["cluster"]); // want INFO
  }

  now() {
    return this.read(); // want GET "bound"
  }
}

module.exports.Reconnecting = Reconnecting;
