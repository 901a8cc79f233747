// A package of the workspace, under an alias that leaves `src` out.
import { carts } from "@acme/shop/carts/carts.service";

export async function keep(id: string) {
  await carts.set(`cart:${id}`, "1", "EX", 60); // want SET "cart:{}"
}
