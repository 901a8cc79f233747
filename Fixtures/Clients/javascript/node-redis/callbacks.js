// Version 3: callbacks, names in any case, promises by promisify.
const redis = require("redis");
const { promisify } = require("util");
const bluebird = require("bluebird");

const client = redis.createClient(6379, "localhost");

client.set("a", "1", redis.print); // want SET "a"
client.SETEX("b", 60, "1", () => {}); // want SETEX "b"
client.hgetall("h", (error, object) => console.log(object)); // want HGETALL "h"
client.hmset("h", { name: "Ann" }); // want HMSET "h"
client.hset(["h", "name", "Ann"], () => {}); // want HSET "h"
client.send_command("SET", ["raw", "1"]); // want SET "raw"
client.script("load", "return 1", () => {}); // want SCRIPT LOAD
client.config("get", "*", () => {}); // want CONFIG GET
client.zrangebyscore("scores", 0, 10, () => {}); // want ZRANGEBYSCORE "scores"

client
  .multi([ // want MULTI*
    ["incr", "n"], // want INCR "n"
    ["get", "n"], // want GET "n"
  ])
  .exec((error, replies) => console.log(replies));

client
  .batch() // want MULTI*
  .del("x") // want DEL "x"
  .exec(() => {});

const getAsync = promisify(client.get).bind(client);
getAsync("promised").then(console.log); // want GET "promised"

bluebird.promisifyAll(redis.RedisClient.prototype);
client.getAsync("suffixed").then(console.log); // want GET "suffixed"

client.subscribe("news"); // want SUBSCRIBE "news"
client.on("message", (channel, message) => console.log(channel, message));
client.quit(); // want QUIT
client.end(true);
