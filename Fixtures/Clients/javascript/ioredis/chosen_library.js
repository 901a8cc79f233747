const { promisify } = require("util");

// The library is chosen by its name; members are kept promisified.
module.exports = (config) => {
  const name = config.isLocal ? "ioredis-mock" : "ioredis";
  const Redis = require(name);
  const client = new Redis(config.url, { scripts: { first: { numberOfKeys: 1, lua: "return 1" } } });
  client.lengthOf = promisify(client.llen);
  return client;
};
