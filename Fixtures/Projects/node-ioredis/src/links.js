const client = require("./connection");

exports.watch = async function watch() {
  await client.config("SET", "notify-keyspace-events", "Ex");
  const subscriber = client.duplicate();
  await subscriber.psubscribe("__keyevent@*__:expired");
  return subscriber;
};

exports.save = (id, url) => client.set(`link:${id}`, url, "EX", 86400);

exports.find = (id) => client.get(`link:${id}`);

exports.reset = () => client.flushdb();
