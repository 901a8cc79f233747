const Redis = require("ioredis");
const Redlock = require("redlock").default;

const redis = new Redis();
const redlock = new Redlock([redis], { retryCount: 3 });

async function once(id) {
  const lock = await redlock.acquire([`locks:${id}`], 5000); // want LOCK* "locks:{}"
  try {
    await redis.incr(`runs:${id}`); // want INCR "runs:{}"
    await lock.extend(1000); // want LOCK*
  } finally {
    await lock.release(); // want LOCK*
  }
}

async function scoped(id) {
  await redlock.using([`locks:${id}`], 5000, async (signal) => { // want LOCK* "locks:{}"
    if (signal.aborted) throw signal.error;
  });
}

async function both(id) {
  const lock = await redlock.acquire(["locks:a", `locks:${id}`], 5000, { retryCount: 7 }); // want LOCK* "locks:a" "locks:{}"
  await lock.release(); // want LOCK*
}

async function older(id) {
  const lock = await redlock.lock(`old:${id}`, 1000); // want LOCK* "old:{}"
  await lock.unlock(); // want LOCK*
}

// A lock of another kind.
class Mutex {
  acquire() {
    return Promise.resolve(() => {});
  }
}
new Mutex().acquire().then((release) => release());

module.exports = { once, scoped, both, older };
