const Redis = require("ioredis");

// The global object's members are names everywhere.
global.visitStore = new Redis();

exports.visit = (page) => visitStore.incr(`g:${page}`); // want INCR "g:{}"
