import { orders, payments, refunds, returns } from "@cartwright/db";
import { and, asc, inArray, or, sql } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";
import { isOrderOf, type Buyer } from "./person-orders.ts";

/**
 * The numbers of somebody's orders that are not over: on their way to the buyer, with goods coming back, or with money
 * that has not settled. The caller has checked who asks.
 */
export async function listOpenOrders(ctx: Context, buyer: Buyer): Promise<number[]> {
  const isOnItsWay = inArray(orders.status, ["pending", "confirmed", "processing", "shipped"]);
  const isOwed = sql`exists (select 1 from ${payments} where ${payments}."order_id" = ${orders}."id" and ${payments}."status" in ('started', 'pending', 'authorised'))`;
  const isRefunded = sql`exists (select 1 from ${refunds} join ${payments} on ${payments}."id" = ${refunds}."payment_id" where ${payments}."order_id" = ${orders}."id" and ${refunds}."status" = 'started')`;
  const comesBack = sql`exists (select 1 from ${returns} where ${returns}."order_id" = ${orders}."id" and ${returns}."status" in ('requested', 'approved', 'received'))`;
  const rows = await ctx.db
    .select({ number: orders.number })
    .from(orders)
    .where(and(isOrderOf(buyer), or(isOnItsWay, isOwed, isRefunded, comesBack)))
    .orderBy(asc(orders.number));
  return rows.map(({ number }) => number);
}
