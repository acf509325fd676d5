import { cartLines, insertMany } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { findSellableVariants, type SellableVariant } from "../catalog/index.ts";
import { releaseExpiredHolds } from "../inventory/index.ts";
import { newId, type Context } from "../kernel/index.ts";
import { countOwnHolds } from "./count-own-holds.ts";
import type { CartRow } from "./find-cart.ts";
import { listCartLines } from "./load-cart.ts";
import { mergeQuantity } from "./merge-quantity.ts";
import type { MergeNotice } from "./views.ts";

type Line = typeof cartLines.$inferSelect;

/** Moves the lines of one locked cart into another, and tells what became of those that did not just move. */
export async function mergeLines(ctx: Context, from: CartRow, into: CartRow): Promise<MergeNotice[]> {
  const [moving, kept] = [await listCartLines(ctx, from.id), await listCartLines(ctx, into.id)];
  const twinOf = new Map(kept.map((line) => [line.variantId, line]));
  const wanted = moving.map((line) => ({ line, own: twinOf.get(line.variantId)?.quantity ?? 0 }));
  const variants = await findAvailable(ctx, into, new Map(wanted.map(({ line, own }) => [line.variantId, own + line.quantity])));
  const now = ctx.clock.now();
  const fresh: Line[] = [];
  const notices: MergeNotice[] = [];
  for (const { line, own } of wanted) {
    const variant = variants.get(line.variantId);
    const facts = { own, added: line.quantity, available: variant?.available ?? 0, limit: ctx.shop.maxLineQuantity };
    const { quantity, cappedBy } = mergeQuantity(facts);
    const twin = twinOf.get(line.variantId);
    if (twin) await ctx.db.update(cartLines).set({ quantity, updatedAt: now }).where(eq(cartLines.id, twin.id));
    else fresh.push({ ...line, id: newId("cln"), cartId: into.id, quantity, updatedAt: now });
    const about = { title: variant?.productTitle ?? "", variantTitle: variant?.variantTitle ?? "", quantity };
    if (cappedBy) notices.push({ kind: "capped", ...about, wanted: own + line.quantity, by: cappedBy });
    else if (twin) notices.push({ kind: "merged_quantity", ...about, own, added: line.quantity });
  }
  await insertMany(ctx.db, cartLines, fresh);
  const lines = kept.length + fresh.length;
  if (lines > ctx.shop.maxCartLines) notices.push({ kind: "over_line_limit", lines, limit: ctx.shop.maxCartLines });
  return notices;
}

/** Variants as the cart can have them. Where fewer are left than wanted, holds of others that have run out are released first. */
export async function findAvailable(ctx: Context, cart: CartRow, wanted: ReadonlyMap<string, number>): Promise<ReadonlyMap<string, SellableVariant>> {
  const look = async () => countOwnHolds(ctx, cart, await findSellableVariants(ctx, [...wanted.keys()]));
  const variants = await look();
  let released = 0;
  for (const [variantId, quantity] of wanted) {
    const isShort = quantity > (variants.get(variantId)?.available ?? quantity);
    if (isShort) released += await releaseExpiredHolds(ctx, { variantId });
  }
  return released === 0 ? variants : look();
}
