import { cartLines } from "@cartwright/db";
import { asc, eq } from "drizzle-orm";
import { findSellableVariants } from "../catalog/index.ts";
import type { Context } from "../kernel/index.ts";
import type { CartRow } from "./find-cart.ts";
import { priceCart } from "./price-cart.ts";
import type { CartView } from "./views.ts";

/** A stored cart, priced. Three statements whatever its size. */
export async function loadCartView(ctx: Context, cart: CartRow): Promise<CartView> {
  const lines = await ctx.db.select().from(cartLines).where(eq(cartLines.cartId, cart.id)).orderBy(asc(cartLines.id));
  const variants = await findSellableVariants(ctx, lines.map((line) => line.variantId));
  return priceCart(cart, lines, variants);
}
