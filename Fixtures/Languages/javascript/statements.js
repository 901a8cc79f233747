for (const a of b) a();
for (const [c, d] of e.entries()) d();
for (const [f, g] of Object.entries(h)) g();
for (i in j) k(i);
for (let l = 0; l < 1; l++) {
  m(l);
}
while (n()) break;
do {
  o();
} while (p);
outer: for (;;) continue outer;
if (q) r();
else if (s) {
  t();
} else u();
switch (v) {
  case w():
    x();
    break;
  default:
    y();
}
try {
  z();
} catch ({ message }) {
  log(message);
  throw message;
} finally {
  done();
}
// want SOMETHING "else"
call(); // want ELSE
{
  /* redis-inventory: allow this -- for a reason */
}
