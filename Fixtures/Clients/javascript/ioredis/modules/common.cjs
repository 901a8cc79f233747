const { Redis } = require("ioredis");

exports.client = new Redis();
module.exports.open = function open() {
  return new Redis();
};
exports.settings = { redis: exports.client, get: (name) => name };
