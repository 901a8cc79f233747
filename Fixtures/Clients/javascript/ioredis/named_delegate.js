const Redis = require("ioredis");

class Service {
  constructor() {
    this.client = new Redis();
    this.commands = {};
    for (const command of this.client.getBuiltinCommands()) {
      this.commands[command] = async (...args) => {
        if (!this.ready) throw new Error("not connected");
        return this.client[command](...args); // want ?
      };
    }
  }

  store(key, value) {
    return this.commands.set(key, value); // want SET
  }
}

class Cache {
  constructor() {
    this.service = new Service();
  }

  forget(id) {
    return this.service.commands.del(`entry:${id}`); // want DEL "entry:{}"
  }
}

// What hands on the members of a map is no client.
const table = new Map();
const tables = {};
for (const name of ["get", "set"]) {
  tables[name] = (...args) => table[name](...args);
}
tables.set("a", "b");

module.exports = { Service, Cache };
