import { commandOptions, createClient, defineScript } from "redis";
import async from "async";

// Scripts that the options name are methods of the client and of its queues.
const client = createClient({
  scripts: {
    takeToken: defineScript({
      NUMBER_OF_KEYS: 1,
      SCRIPT: `
        return redis.call("DECR", KEYS[1]) -- want DECR
      `,
      transformArguments(key) {
        return [key];
      },
    }),
  },
});

export async function take(user) {
  await client.takeToken(`bucket:${user}`); // want EVALSHA "bucket:{}"
  await client
    .multi() // want MULTI*
    .takeToken("a") // want EVALSHA "a"
    .expire("a", 10) // want EXPIRE "a"
    .exec();
  client.giveToken("a");
}

// Each of a list, by a library.
export function sizes(done) {
  const nodes = (typeof client.nodes === "function" ? [] : undefined) || [client];
  const look = (node, next) => count(node, "q", next);
  async.concatSeries(nodes, look, done);
  async.eachLimit([client], 2, (one) => one.del("q")); // want DEL "q"
}

const count = (node, key, next) => node.lLen(key).then(next); // want LLEN "q"

export function closeFirst(clients) {
  clients.push(client);
}

const open = [client];

export function drop(index) {
  const gone = open.splice(index, 1);
  gone[0].quit(); // want QUIT
}

// Options of how a command is sent stand before its own arguments.
export const raw = () => client.hGet(commandOptions({ returnBuffers: true }), "h:1", "f"); // want HGET "h:1"
