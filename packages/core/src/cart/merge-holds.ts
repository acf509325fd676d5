import { carts } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { takeOverHolds } from "../inventory/index.ts";
import type { Context } from "../kernel/index.ts";
import type { CartRow } from "./find-cart.ts";

/**
 * What the checkout of one cart held is held by the cart that it goes into, as long as before. Both carts are locked;
 * what is too much for the lines goes back when the checkout is held again or placed. Returns the cart as it is then.
 */
export async function mergeHolds(ctx: Context, from: CartRow, to: CartRow): Promise<CartRow> {
  if (!from.heldUntil) return to;
  await takeOverHolds(ctx, { fromId: from.id, toId: to.id, expiresAt: from.heldUntil });
  const heldUntil = to.heldUntil && to.heldUntil < from.heldUntil ? to.heldUntil : from.heldUntil;
  await ctx.db.update(carts).set({ heldUntil }).where(eq(carts.id, to.id));
  return { ...to, heldUntil };
}
