const Queue = require("./queue");

const Job = function (queue, id) {
  this.queue = queue;
  this.id = id;
};

Job.prototype.remove = function () {
  const { queue } = this;
  const multi = queue.multi();
  multi.del(`job:${this.id}`); // want DEL "job:{}"
  multi.lrem("wait", 0, this.id); // want LREM "wait"
  return multi.exec();
};

Job.create = (queue, id) => new Job(queue, id);

const queue = Queue.create("mail");
Job.create(queue, 7).remove();
queue.client.ping(); // want PING
