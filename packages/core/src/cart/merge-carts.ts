import { carts, inTransaction } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { hashToken, type Context } from "../kernel/index.ts";
import { adoptCart } from "./adopt-cart.ts";
import { findLivingCart, type CartRow } from "./find-cart.ts";
import { listCartLines } from "./load-cart.ts";
import { mergeHolds } from "./merge-holds.ts";
import { mergeLines } from "./merge-lines.ts";
import type { MergeNotice } from "./views.ts";

/**
 * Gives what was put into a cookie's cart to the customer who has just signed in, and tells what that changed. No line
 * is lost: see mergeLines. While either cart is being ordered the cookie's stays as it is, and becomes the customer's
 * at the next sign-in, at the next change of their cart (see waiting-cart.ts), or as soon as they have none (see findCart).
 */
export async function mergeCarts(ctx: Context, { cartToken, accountId }: { cartToken: string; accountId: string }): Promise<MergeNotice[]> {
  return inTransaction(ctx, async (ctx) => {
    // The cookie first, always: two sign-ins with the same two carts queue up, and the second finds nothing to merge.
    const guest = await findLivingCart(ctx, { by: "tokenHash", value: hashToken(cartToken) }, true);
    if (!guest) return [];
    const findOwn = () => findLivingCart(ctx, { by: "accountId", value: accountId }, true);
    let own = await findOwn();
    if (guest.status === "placing" || own?.status === "placing") return keptAside(ctx, guest);
    if (!own && (await adoptCart(ctx, guest, accountId))) return [];
    own ??= await findOwn();
    if (!own) throw new Error("the customer had got another cart");
    return own.status === "placing" ? keptAside(ctx, guest) : join(ctx, guest, own);
  });
}

async function keptAside(ctx: Context, guest: CartRow): Promise<MergeNotice[]> {
  const lines = await listCartLines(ctx, guest.id);
  const quantity = lines.reduce((sum, line) => sum + line.quantity, 0);
  return quantity === 0 ? [] : [{ kind: "kept_aside", quantity }];
}

async function join(ctx: Context, guest: CartRow, own: CartRow): Promise<MergeNotice[]> {
  // What its checkout held is the customer's, before it is asked what is available.
  const notices = await mergeLines(ctx, guest, await mergeHolds(ctx, guest, own));
  const updatedAt = ctx.clock.now();
  await ctx.db.update(carts).set({ ...detailsOf(guest, own), updatedAt }).where(eq(carts.id, own.id));
  await ctx.db.update(carts).set({ status: "merged", heldUntil: null, updatedAt }).where(eq(carts.id, guest.id));
  return [...notices, ...droppedCodes(guest, own)];
}

/** What the customer's own cart lacks it takes from the other; an address brings along the bill's and the way to send. */
function detailsOf(guest: CartRow, own: CartRow) {
  const { shippingAddress, billingAddress, shippingMethodId } = own.shippingAddress ? own : guest;
  return {
    email: own.email ?? guest.email,
    shippingAddress,
    billingAddress,
    shippingMethodId: shippingMethodId ?? own.shippingMethodId,
    couponCodes: own.couponCodes ?? guest.couponCodes,
  };
}

function droppedCodes(guest: CartRow, own: CartRow): MergeNotice[] {
  const [kept] = own.couponCodes ?? [];
  const dropped = kept === undefined ? [] : (guest.couponCodes ?? []).filter((code) => code !== kept);
  return dropped.map((code) => ({ kind: "coupon_dropped", code, kept: kept ?? "" }));
}
