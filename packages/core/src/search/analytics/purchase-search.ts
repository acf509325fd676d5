import { inTransaction, insertMissing, orderLines, searchClicks, searchPurchases } from "@cartwright/db";
import { eq, inArray } from "drizzle-orm";
import type { Context } from "../../kernel/index.ts";
import { getOwnOrder } from "../../orders/index.ts";
import type { PurchaseSearchInput } from "./schemas.ts";

/** A purchase so long after the click is not the search's doing. */
const mostDays = 7;
const dayMilliseconds = 86_400_000;

/**
 * Counts those products of a buyer's own order that were opened from a search within the 7 days before it. Nothing
 * leads from what is kept to the order, which knows its buyer: neither its id nor the time of day. Asking twice counts once. Returns how many of
 * them count. Errors: `order.not_found`, `access.sign_in_required`.
 */
export async function purchaseSearch(ctx: Context, { access, finds }: PurchaseSearchInput): Promise<{ counted: number }> {
  const order = await getOwnOrder(ctx, access);
  if (order.status === "pending" || order.status === "cancelled") return { counted: 0 };
  const units = await unitsByProduct(ctx, order.id);
  const queryIds = [...new Set(finds.map(({ queryId }) => queryId))];
  const clicks = await ctx.db.select().from(searchClicks).where(inArray(searchClicks.queryId, queryIds));
  const wanted = new Set(finds.map(({ queryId, productId }) => `${queryId} ${productId}`));
  const day = Math.floor(ctx.clock.now().getTime() / dayMilliseconds) * dayMilliseconds;
  const rows = clicks
    .filter(({ queryId, productId }) => units.has(productId) && wanted.has(`${queryId} ${productId}`))
    .filter(({ at }) => at <= order.placedAt && order.placedAt.getTime() - at.getTime() <= mostDays * dayMilliseconds)
    .map(({ queryId, productId }) => ({ queryId, productId, quantity: units.get(productId) ?? 0, at: new Date(day) }));
  await inTransaction(ctx, (ctx) => insertMissing(ctx.db, searchPurchases, rows, "queryId"));
  return { counted: rows.length };
}

async function unitsByProduct({ db }: Context, orderId: string): Promise<Map<string, number>> {
  const { productId, quantity } = orderLines;
  const lines = await db.select({ productId, quantity }).from(orderLines).where(eq(orderLines.orderId, orderId));
  const units = new Map<string, number>();
  for (const line of lines) units.set(line.productId, (units.get(line.productId) ?? 0) + line.quantity);
  return units;
}
