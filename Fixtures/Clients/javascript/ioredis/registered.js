const { createContainer, asValue, asFunction } = require("awilix");
const Redis = require("ioredis");
const Koa = require("koa");

// What a container keeps under a name is what whoever asks for the name gets.
const container = createContainer();
container.register({
  store: asValue(new Redis()),
  queueStore: asFunction(() => new Redis()).singleton(),
  numbers: asValue(new Map()),
});

class Visits {
  constructor({ store, numbers }) {
    this.store = store;
    this.numbers = numbers;
  }

  async add(page) {
    this.numbers.get(page);
    await this.store.incr(`visits:${page}`); // want INCR "visits:{}"
  }
}

async function check() {
  const kept = container.resolve("store");
  await kept.ping(); // want PING
  container.resolve("numbers").get("n");
}

// An application's context is what its handlers are handed.
const app = new Koa();
app.context.sessions = new Redis();
app.use(async (ctx) => {
  ctx.body = await ctx.sessions.get("s:1"); // want GET "s:1"
  ctx.cookies.get("name");
});

const settings = new Map();
settings.set("redis", "redis://localhost");
settings.get("redis").trim();

module.exports = { Visits, check };
