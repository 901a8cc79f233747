const redis = require("./singleton");

const keys = { user: (id) => `user:${id}`, prefix: "app:" };

function load(id) {
  return redis.hgetall(keys.user(id)); // want HGETALL "user:{}"
}

function touch(id) {
  const { prefix } = keys;
  return redis.expire(prefix + id, 60); // want EXPIRE "app:{}"
}

module.exports = { load, touch };
