const text = "a\tb" + 'c' + `d ${e}
f \
g`;
tag`h${i}`;
const n = [0x10, 1_000, -2.5, 10n, true, null, undefined, ...rest];
const o = { a: 1, "b c": 2, [d]: 3, e, ...f, g() { return this; }, get h() { return 4; }, set h(v) {}, i: () => 5 };
j?.k?.["l"]?.[m](1)?.n;
(await o.p)
  .q(1)
  .r(...s);
const t = u || v ?? w;
const x = y && z;
const aa = bb ? cc : dd;
ee = ff = 1, gg += "hh", ii ??= jj, kk &&= ll;
[mm, , nn.oo, ...pp] = qq;
({ rr, ss: tt.uu, vv = 1, ...ww } = xx);
new Yy(1);
new Zz.Aaa();
void 0, typeof b, !c, -d, e++, f instanceof G, /h/g;
delete i.j;
