class A extends mixin(B, C) {
  static s = 1;
  #p = () => this.s;
  q;
  constructor(x) {
    super(x);
    this.y = x;
  }
  get r() {
    return this.#p;
  }
  set r(value) {}
  static async t() {}
  *[u]() {}
  static {
    A.t();
  }
}
const Named = class Inner extends A {};

function Old(name) {
  const self = this;
  self.name = name;
}
util.inherits(Old, EventEmitter);
Old.prototype.add = function add() {
  return this.name;
};
Object.assign(Old.prototype, { remove() {} });
const proto = Old.prototype;
proto.later = function () {};
Object.defineProperty(Old.prototype, "size", { get: function () { return 1; } });
Object.defineProperties(this, { client: { get: lazy("client") }, other: { value: 1 } });
function Sub() {}
Sub.prototype = Object.create(Old.prototype);
