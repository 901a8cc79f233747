const redis = require("redis");

const client = redis.createClient();

// Versions before 4 take what the command takes.
function unlock(name, token, callback) {
  client.eval( // want EVAL "lock:{}"
    "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end", // want GET "lock:{}", want DEL "lock:{}"
    1,
    `lock:${name}`,
    token,
    callback,
  );
}

module.exports = { unlock };
