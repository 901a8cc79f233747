const a = b as unknown as C;
const d = <E>f;
const g = h!.i satisfies J;
const k = l<M>(n);
const o = new Map<string, P>();
const q: R | undefined = s;
function assertion(x: unknown): x is T {
  return true;
}
const u = v<W>;
let x: typeof y.z;
function bounded<A extends B, C>(a: A, ...c: C[]): asserts a {}
