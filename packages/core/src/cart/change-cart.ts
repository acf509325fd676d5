import { cartLines, carts, prepared, type Db } from "@cartwright/db";
import { eq, sql } from "drizzle-orm";
import { DomainError, onceByKey, type Context, type OnceCall } from "../kernel/index.ts";
import { openCart, type CartRow } from "./find-cart.ts";
import { loadCartView } from "./load-cart.ts";
import { cartReasons } from "./schemas.ts";
import type { CartView } from "./views.ts";

/**
 * Runs a change on the actor's locked cart, once a key, and answers with the cart after it. A change of the cart's own row hands
 * back the row as it is then.
 * Errors: `cart.placing` while an order is being made of it, and those of the change.
 */
export async function changeCart(ctx: Context, call: OnceCall, change: (ctx: Context, cart: CartRow) => Promise<CartRow | void>): Promise<CartView> {
  return onceByKey(ctx, call, async (ctx) => {
    const cart = await openCart(ctx);
    if (cart.status === "placing") {
      throw new DomainError("conflict", cartReasons.placing, "Your order is being placed. Wait a moment before changing the cart.");
    }
    const changed = (await change(ctx, cart)) ?? cart;
    const now = ctx.clock.now();
    await prepared(ctx, "touch cart", touchCart).execute({ cartId: cart.id, now });
    const view = await loadCartView(ctx, changed);
    // What has been said is stored: the next read is quiet about these prices.
    for (const notice of view.notices) {
      if (notice.kind !== "price_changed") continue;
      await ctx.db
        .update(cartLines)
        .set({ unitPriceMinor: notice.to.amountMinor, updatedAt: now })
        .where(eq(cartLines.id, notice.lineId));
    }
    return view;
  });
}

const touchCart = (db: Db) =>
  db
    .update(carts)
    .set({ updatedAt: sql`${sql.placeholder("now")}` })
    .where(eq(carts.id, sql.placeholder("cartId")))
    .prepare("touch cart");
