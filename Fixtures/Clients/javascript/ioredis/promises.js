const Redis = require("ioredis");

async function connect() {
  const client = new Redis();
  await client.ping(); // want PING
  return client;
}

function ready() {
  return new Promise((resolve) => {
    const client = new Redis();
    client.once("ready", () => resolve(client));
  });
}

connect().then((client) => client.get("then")); // want GET "then"

connect()
  .then((client) => client.incr("first").then(() => client)) // want INCR "first"
  .then((client) => client.decr("second")) // want DECR "second"
  .catch(console.error);

(async () => {
  const client = await ready();
  await client.get("resolved"); // want GET "resolved"
  const [one, two] = await Promise.all([connect(), ready()]);
  await one.get("one"); // want GET "one"
  await two.get("two"); // want GET "two"
  try {
    await client.set("guarded", 1); // want SET "guarded"
  } catch (error) {
    await client.del("guarded"); // want DEL "guarded"
  } finally {
    await client.quit(); // want QUIT
  }
})();

function withClient(work) {
  const client = new Redis();
  return work(client).finally(() => client.disconnect());
}

withClient((c) => c.get("callback")); // want GET "callback"
withClient(async function (connection) {
  for await (const keys of connection.scanStream({ match: "tmp:*" })) { // want SCAN "tmp:*"
    await connection.unlink(keys); // want UNLINK
  }
});
