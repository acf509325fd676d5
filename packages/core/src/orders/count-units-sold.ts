import { orderLines, orders } from "@cartwright/db";
import { and, eq, gte, inArray, ne, sql } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";

/** Units of variants that were ordered since a day and not cancelled, summed up by product id; what nobody ordered is left out. */
export async function countUnitsSold(ctx: Context, { variantIds, since }: { variantIds: readonly string[]; since: Date }): Promise<Map<string, number>> {
  if (variantIds.length === 0) return new Map();
  const rows = await ctx.db
    .select({ productId: orderLines.productId, units: sql<number>`sum(${orderLines.quantity} - ${orderLines.quantityCancelled})`.mapWith(Number) })
    .from(orderLines)
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .where(and(inArray(orderLines.variantId, [...variantIds]), gte(orders.placedAt, since), ne(orders.status, "cancelled")))
    .groupBy(orderLines.productId);
  return new Map(rows.map(({ productId, units }) => [productId, units]));
}
