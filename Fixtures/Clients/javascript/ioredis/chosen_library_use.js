const create = require("./chosen_library");

class Store {
  constructor(config) {
    this.client = create(config);
  }

  async size(id) {
    await this.client.first(`f:${id}`); // want EVALSHA "f:{}"
    return this.client.lengthOf(`l:${id}`); // want LLEN "l:{}"
  }

  // Too many commands to name one.
  measure(kind, key) {
    const commands = { list: "LLEN", set: "SCARD", hash: "HLEN" };
    return this.client.call(commands[kind], key); // want ?
  }
}

module.exports = Store;
