import { cartLines, prepared, type Db } from "@cartwright/db";
import { asc, eq, sql } from "drizzle-orm";
import { findSellableVariants, type SellableVariant } from "../catalog/index.ts";
import type { Context } from "../kernel/index.ts";
import { findEnteredCoupons } from "../promotions/index.ts";
import { countOwnHolds, countPlacedLines } from "./count-own-holds.ts";
import type { CartRow } from "./find-cart.ts";
import { priceCart } from "./price-cart.ts";
import type { CartView } from "./views.ts";

/** What is known of a cart as it is now. */
export interface KnownCart {
  cart?: CartRow;
  /** In the order they were added. */
  lines?: readonly CartLineRow[];
  /** Those of all lines, as anybody can have them. */
  variants?: ReadonlyMap<string, SellableVariant>;
}

export type CartLineRow = typeof cartLines.$inferSelect;

/**
 * A stored cart, priced. Three statements whatever its size, less what is known, a fourth while its checkout holds stock,
 * and up to three more when a code was entered.
 */
export async function loadCartView(ctx: Context, cart: CartRow, known: Omit<KnownCart, "cart"> = {}): Promise<CartView> {
  const isPlacing = cart.status === "placing";
  const stored = known.lines ?? (await listCartLines(ctx, cart.id));
  const found = known.variants ?? (await findSellableVariants(ctx, stored.map((line) => line.variantId)));
  const variants = isPlacing ? countPlacedLines(stored, found) : await countOwnHolds(ctx, cart, found);
  const entered = await findEnteredCoupons(ctx, { codes: cart.couponCodes ?? [], customer: cart, isCounted: isPlacing });
  return priceCart(cart, { stored, variants, entered, now: ctx.clock.now() });
}

/** A cart's lines in the order they were added. */
export async function listCartLines(ctx: Context, cartId: string): Promise<CartLineRow[]> {
  return prepared(ctx, "cart lines", linesOfCart).execute({ cartId });
}

const linesOfCart = (db: Db) =>
  db
    .select()
    .from(cartLines)
    .where(eq(cartLines.cartId, sql.placeholder("cartId")))
    .orderBy(asc(cartLines.id))
    .prepare("cart lines");
