// A client that somebody hands in, known by what only clients have.
const lua = `
  return redis.call("INCR", KEYS[1]) -- want INCR
`;

function Limiter(redis, prefix) {
  this.redis = redis;
  this.prefix = prefix;
  if (!this.redis.allow) {
    this.redis.defineCommand("allow", { numberOfKeys: 1, lua }); // want SCRIPT LOAD
  }
}

Limiter.prototype.hit = function (ip, done) {
  this.redis.allow(`limit:${ip}`, done); // want EVALSHA "limit:{}"
};

const others = {
  release: "return 1",
  extend: "return 2",
};

const more = { renew: { numberOfKeys: 1, lua: "return 3" } };

async function load(redis) {
  for (const [name, text] of Object.entries(others)) {
    redis.defineCommand(name, { numberOfKeys: 1, lua: text }); // want SCRIPT LOAD
  }
  await redis.release("r:1"); // want EVALSHA "r:1"
  for (const name of Object.keys(more)) {
    redis.defineCommand(name, more[name]); // want SCRIPT LOAD
  }
  redis.renew("r:2"); // want EVALSHA "r:2"
}

// A method of that name of the server that requests come to.
async function routes(fastify) {
  fastify.allow("a");
}

module.exports = { Limiter, load, routes };
