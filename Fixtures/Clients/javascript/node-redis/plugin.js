const redis = require("redis");

// The functions of a plug-in share what one of them keeps.
exports.load = async function (options) {
  const plugin = this;
  this.connect(options).then((client) => {
    plugin.db = client;
  });
};

exports.connect = async function (options) {
  return redis.createClient(options);
};

exports.check = async function () {
  return this.db.ping(); // want PING
};

// What another plug-in has put there, known by its use.
exports.count = async function (page) {
  await this.store.hIncrBy("pages", page, 1); // want HINCRBY "pages"
  return this.store.hGetAll("pages"); // want HGETALL "pages"
};
