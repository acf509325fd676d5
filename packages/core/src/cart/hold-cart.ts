import { carts } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { bringHolds, findHeldSince, takeOverHolds } from "../inventory/index.ts";
import type { Context } from "../kernel/index.ts";
import type { CartRow } from "./find-cart.ts";
import { listCartLines } from "./load-cart.ts";

/** A checkout is held anew for so long after it first took something, or for the shop's hold minutes when those are more. */
export const mostHoldMinutes = 60;

/**
 * Holds what the lines of a locked, open cart want, for the shop's hold minutes from now. A line that can't have all
 * gets what there is. What was held for the longest time allowed runs out: only then it can be taken anew, if nobody else
 * has. Returns the cart as it is then.
 */
export async function holdCart(ctx: Context, cart: CartRow): Promise<CartRow> {
  const expiresAt = holdEnd(ctx, cart.heldUntil && (await findHeldSince(ctx, cart.id)));
  if (expiresAt <= ctx.clock.now()) return cart;
  const lines = await listCartLines(ctx, cart.id);
  const held = cart.heldUntil ? await takeOverHolds(ctx, { fromId: cart.id, toId: cart.id, expiresAt }) : [];
  const wanted = lines.map(({ variantId, quantity }) => ({ variantId, quantity, orderLineId: null }));
  const shortages = await bringHolds(ctx, { ownerId: cart.id, held, lines: wanted, expiresAt });
  const isHolding = lines.length > shortages.filter((shortage) => shortage.available === 0).length;
  const heldUntil = isHolding ? expiresAt : null;
  await ctx.db.update(carts).set({ heldUntil }).where(eq(carts.id, cart.id));
  return { ...cart, heldUntil };
}

/** When a hold that is taken or extended now runs out, of an owner that has held something since then. */
export function holdEnd(ctx: Context, since: Date | null): Date {
  const now = ctx.clock.now().getTime();
  const { holdMinutes } = ctx.shop;
  const last = (since?.getTime() ?? now) + Math.max(mostHoldMinutes, holdMinutes) * 60_000;
  return new Date(Math.min(now + holdMinutes * 60_000, last));
}
