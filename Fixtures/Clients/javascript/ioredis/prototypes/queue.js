const Redis = require("ioredis");
const util = require("util");
const { EventEmitter } = require("events");

function Queue(name, options) {
  if (!(this instanceof Queue)) return new Queue(name, options);
  EventEmitter.call(this);
  this.name = name;
  this.client = new Redis(options);
  const open = lazy(this);
  Object.defineProperties(this, {
    bclient: { get: open("bclient") },
    eclient: { get: open("subscriber") },
  });
}

util.inherits(Queue, EventEmitter);

function lazy(queue) {
  const connections = {};
  return function (type) {
    return function () {
      if (connections[type]) return connections[type];
      const client = (connections[type] = new Redis());
      return client;
    };
  };
}

Queue.prototype.multi = function () {
  return this.client.multi(); // want MULTI*
};

Queue.prototype.take = async function () {
  const self = this;
  const id = await this.bclient.brpoplpush("wait", "active", 5); // want BRPOPLPUSH "wait"
  return new Promise((resolve) => {
    self.client.hgetall(`job:${id}`, (err, job) => resolve(job)); // want HGETALL "job:{}"
  });
};

Object.assign(Queue.prototype, {
  length() {
    return this.client.llen("wait"); // want LLEN "wait"
  },
});

Queue.create = (name) => new Queue(name);

require("./getters")(Queue);

module.exports = Queue;
