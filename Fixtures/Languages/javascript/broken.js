const a = one(;
two(
function () {
  three();
const b = { c: , d };
class { e() { four( } }
