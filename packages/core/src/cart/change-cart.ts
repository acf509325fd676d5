import { cartLines, carts, prepared, type Db } from "@cartwright/db";
import { eq, sql } from "drizzle-orm";
import { notNow, onceByKey, type Context, type OnceCall } from "../kernel/index.ts";
import { openCart, type OpenedCart } from "./find-cart.ts";
import { loadCartView, type KnownCart } from "./load-cart.ts";
import { cartReasons } from "./schemas.ts";
import type { CartView } from "./views.ts";
import { joinWaiting } from "./waiting-cart.ts";

/**
 * Runs a change on the actor's locked cart, once a key, and answers with the cart after it. What the change hands back of it
 * is not read again; a change of the cart's own row has to hand back that.
 * Errors: `cart.placing` while an order is being made of it, and those of the change.
 */
export async function changeCart(ctx: Context, call: OnceCall, change: (ctx: Context, opened: OpenedCart) => Promise<KnownCart | void>): Promise<CartView> {
  return onceByKey(ctx, call, async (ctx) => {
    const joined = await joinWaiting(ctx);
    const opened = await openCart(ctx);
    const { cart, isNew } = opened;
    if (cart.status === "placing") {
      throw notNow(cartReasons.placing, "Your order is being placed. Wait a moment before changing the cart.");
    }
    const known = (await change(ctx, opened)) ?? {};
    const now = ctx.clock.now();
    if (!isNew) await prepared(ctx, "touch cart", touchCart).execute({ cartId: cart.id, now });
    const view = await loadCartView(ctx, known.cart ?? cart, known);
    // What has been said is stored: the next read is quiet about these prices.
    for (const notice of view.notices) {
      if (notice.kind !== "price_changed") continue;
      await ctx.db
        .update(cartLines)
        .set({ unitPriceMinor: notice.to.amountMinor, updatedAt: now })
        .where(eq(cartLines.id, notice.lineId));
    }
    return joined.length === 0 ? view : { ...view, notices: [...joined, ...view.notices] };
  });
}

const touchCart = (db: Db) =>
  db
    .update(carts)
    .set({ updatedAt: sql`${sql.placeholder("now")}` })
    .where(eq(carts.id, sql.placeholder("cartId")))
    .prepare("touch cart");
