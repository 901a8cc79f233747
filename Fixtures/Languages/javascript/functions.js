function hoisted(a, b = 1, { c, d: { e }, ...f }, [g, , h], ...i) {
  if (a) {
    var j = 1;
    let k = 2;
  }
  return j;
}

const arrow = async (x) => x.y;
const single = x => ({ x });
const named = function self() {
  return self;
};

function* generator() {
  yield 1;
  yield* other();
}

new Promise((resolve, reject) => {
  if (reject) resolve(one);
  setTimeout(function () {
    resolve(two);
  });
});

first()
  .then((value) => value)
  .catch((error) => {
    throw error;
  });
second().then(ok, () => {});
