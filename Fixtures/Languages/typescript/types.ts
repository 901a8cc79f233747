import fs = require("fs");
import type { A } from "./a";
import Alias = A.B;

interface I<T extends A = A> extends J, K<T> {
  a: string;
  b?(x: number): Promise<T>;
  (y: A): B;
  new (z: A): I;
  readonly [key: string]: unknown;
}
type U = A | null | undefined;
type O = { a: A; b: { c: B } };
type M = { [key: string]: A };
type R = Record<string, A[]>;
type F = (a: A, ...b: B[]) => C;
type Q = ReturnType<typeof make> | A["member"] | import("./b").C | keyof A | readonly A[] | [A, B?];
type N = T extends A ? B : C;

declare function make(a: A): B;
declare const outside: A;
enum E {
  One = "one",
  Two,
}
namespace N1.N2 {
  export const inside = 1;
  export function call() {}
}
declare module "other" {
  export interface X {}
}
declare global {
  var shared: A;
}
export = make;
