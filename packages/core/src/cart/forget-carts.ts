import { cartLines, carts, chunked, lockRow, orders } from "@cartwright/db";
import { and, asc, eq, inArray, or, sql } from "drizzle-orm";
import { releaseReservations } from "../inventory/index.ts";
import type { Context } from "../kernel/index.ts";

/** Whose carts: those of the account, and those in which the address was typed. */
export interface CartPerson {
  accountId: string | null;
  email: string;
}

/**
 * Locks the account's living cart, so that no order is made of it until the transaction ends; its id, or null when there
 * is none.
 */
export async function lockLivingCart(ctx: Context, accountId: string): Promise<string | null> {
  const isLiving = sql`${carts.status} in ('open', 'placing')`;
  const [cart] = await lockRow(ctx.db.select({ id: carts.id }).from(carts).where(and(eq(carts.accountId, accountId), isLiving)));
  return cart?.id ?? null;
}

/**
 * Takes somebody out of all carts: e-mail, addresses and whose they are. Carts of the account that became no order are
 * deleted, and what they hold is given back; a cart of a cookie keeps its lines. It reads all carts. Returns the cookies'
 * hashes that were kept with them.
 */
export async function forgetCarts(ctx: Context, { accountId, email }: CartPerson, orderCartIds: readonly string[]): Promise<string[]> {
  const isTheirs = or(accountId === null ? undefined : eq(carts.accountId, accountId), eq(carts.email, email));
  const own = await ctx.db.select().from(carts).where(isTheirs).orderBy(asc(carts.id));
  const all = new Map(own.map((cart) => [cart.id, cart]));
  for (const ids of chunked(orderCartIds)) {
    for (const cart of await ctx.db.select().from(carts).where(inArray(carts.id, ids))) all.set(cart.id, cart);
  }
  for (const ids of chunked([...all.keys()])) {
    await ctx.db.update(carts).set({ email: null, shippingAddress: null, billingAddress: null }).where(inArray(carts.id, ids));
  }
  for (const { id } of own.filter((cart) => accountId !== null && cart.accountId === accountId)) await leave(ctx, id);
  return [...all.values()].flatMap(({ tokenHash }) => tokenHash ?? []);
}

async function leave(ctx: Context, cartId: string): Promise<void> {
  await releaseReservations(ctx, cartId);
  const [order] = await ctx.db.select({ id: orders.id }).from(orders).where(eq(orders.cartId, cartId)).limit(1);
  if (order) {
    await ctx.db.update(carts).set({ accountId: null, couponCodes: null }).where(eq(carts.id, cartId));
    return;
  }
  await ctx.db.delete(cartLines).where(eq(cartLines.cartId, cartId));
  await ctx.db.delete(carts).where(eq(carts.id, cartId));
}
