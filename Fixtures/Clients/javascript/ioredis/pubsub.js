const Redis = require("ioredis");

const sub = new Redis();
const pub = sub.duplicate();

const channel = (room) => `room:${room}`;

async function listen(room) {
  await sub.subscribe("news", `room:${room}`, (err, count) => console.log(count)); // want SUBSCRIBE "news"
  await sub.psubscribe("room:*"); // want PSUBSCRIBE "room:*"
  sub.on("message", (from, message) => console.log(from, message));
  sub.on("pmessage", (pattern, from, message) => console.log(pattern, from, message));
}

async function speak(room, text) {
  await pub.publish(channel(room), text); // want PUBLISH "room:{}"
  await pub.publish("news", text); // want PUBLISH "news"
  await sub.unsubscribe("news"); // want UNSUBSCRIBE "news"
}

module.exports = { listen, speak };
