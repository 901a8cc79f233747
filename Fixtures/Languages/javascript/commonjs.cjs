const a = require("./a");
const { b, c: d = 1 } = require("./b");

exports.e = a;
module.exports.f = function () {
  return d;
};
exports = module.exports = { b, g() {} };
Object.defineProperty(exports, "h", { get: () => require("./c").h });
Object.assign(module.exports, { i: 1 });
