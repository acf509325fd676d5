import { cartLines, prepared, type Db } from "@cartwright/db";
import { asc, eq, sql } from "drizzle-orm";
import { findSellableVariants } from "../catalog/index.ts";
import type { Context } from "../kernel/index.ts";
import type { CartRow } from "./find-cart.ts";
import { priceCart } from "./price-cart.ts";
import type { CartView } from "./views.ts";

/** A stored cart, priced. Three statements whatever its size. */
export async function loadCartView(ctx: Context, cart: CartRow): Promise<CartView> {
  const lines = await listCartLines(ctx, cart.id);
  const variants = await findSellableVariants(ctx, lines.map((line) => line.variantId));
  return priceCart(cart, lines, variants);
}

/** A cart's lines in the order they were added. */
export async function listCartLines(ctx: Context, cartId: string) {
  return prepared(ctx, "cart lines", linesOfCart).execute({ cartId });
}

const linesOfCart = (db: Db) =>
  db
    .select()
    .from(cartLines)
    .where(eq(cartLines.cartId, sql.placeholder("cartId")))
    .orderBy(asc(cartLines.id))
    .prepare("cart lines");
