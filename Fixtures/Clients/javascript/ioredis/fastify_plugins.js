const plugin = require("fastify-plugin");

// A plugin is handed the server, which holds the client.
module.exports = plugin(async (server) => {
  server.get("/a", async () => server.redis.get("a")); // want GET "a"
});

module.exports.routes = async function routes(fastify, options) {
  const { redis } = fastify;
  fastify.post("/b", async (request) => {
    await redis.set("b", request.body); // want SET "b"
    return fastify.redis.ttl("b"); // want TTL "b"
  });
};
