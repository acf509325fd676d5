import { carts } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { bringHolds, takeOverHolds } from "../inventory/index.ts";
import type { Context } from "../kernel/index.ts";
import type { CartRow } from "./find-cart.ts";
import { listCartLines } from "./load-cart.ts";

/**
 * Holds what the lines of a locked, open cart want, for the shop's hold minutes from now. A line that can't have all
 * gets what there is. Returns the cart as it is then.
 */
export async function holdCart(ctx: Context, cart: CartRow): Promise<CartRow> {
  const expiresAt = holdEnd(ctx);
  const lines = await listCartLines(ctx, cart.id);
  const held = cart.heldUntil ? await takeOverHolds(ctx, { fromId: cart.id, toId: cart.id, expiresAt }) : [];
  const wanted = lines.map(({ variantId, quantity }) => ({ variantId, quantity, orderLineId: null }));
  const shortages = await bringHolds(ctx, { ownerId: cart.id, held, lines: wanted, expiresAt });
  const isHolding = lines.length > shortages.filter((shortage) => shortage.available === 0).length;
  const heldUntil = isHolding ? expiresAt : null;
  await ctx.db.update(carts).set({ heldUntil }).where(eq(carts.id, cart.id));
  return { ...cart, heldUntil };
}

/** When a hold that is taken or extended now runs out. */
export function holdEnd(ctx: Context): Date {
  return new Date(ctx.clock.now().getTime() + ctx.shop.holdMinutes * 60_000);
}
