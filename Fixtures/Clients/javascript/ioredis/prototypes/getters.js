module.exports = function (Queue) {
  Queue.prototype.waiting = function () {
    return this.client.lrange("wait", 0, -1); // want LRANGE "wait"
  };

  Queue.prototype.watch = function () {
    return this.eclient.psubscribe("job:*"); // want PSUBSCRIBE "job:*"
  };
};
