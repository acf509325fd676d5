import { hashToken, type Context } from "../kernel/index.ts";
import { findLivingCart, type CartRow } from "./find-cart.ts";
import { listCartLines } from "./load-cart.ts";
import { mergeCarts } from "./merge-carts.ts";
import type { CartNotice, MergeNotice } from "./views.ts";

/**
 * What was put in under the cookie in the very moment of a sign-in, or while an order was being placed, came too late for the
 * merge: it joins the customer's cart at its next change, which says so. Call it before the cart is locked.
 */
export async function joinWaiting(ctx: Context): Promise<MergeNotice[]> {
  const { id, cartToken } = ctx.actor;
  if (id === null || cartToken === null || !(await findWaiting(ctx))) return [];
  return mergeCarts(ctx, { cartToken, accountId: id });
}

/** Until then a read of the customer's own cart says that it waits, and writes nothing. */
export async function waitingNotices(ctx: Context, own: CartRow): Promise<CartNotice[]> {
  const waiting = own.accountId === null ? null : await findWaiting(ctx);
  if (!waiting || waiting.id === own.id) return [];
  const quantity = (await listCartLines(ctx, waiting.id)).reduce((sum, line) => sum + line.quantity, 0);
  return quantity === 0 ? [] : [{ kind: "waiting", quantity }];
}

/** The open cart of a signed-in shopper's cookie; one that is being ordered goes its own way. */
async function findWaiting(ctx: Context): Promise<CartRow | null> {
  const { actor } = ctx;
  if (actor.id === null || actor.kind === "system" || actor.cartToken === null) return null;
  const cart = await findLivingCart(ctx, { by: "tokenHash", value: hashToken(actor.cartToken) }, false);
  return cart?.status === "open" ? cart : null;
}
