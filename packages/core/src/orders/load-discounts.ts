import { orderDiscounts } from "@cartwright/db";
import { asc, eq } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";
import type { DiscountView } from "../promotions/index.ts";
import type { OrderRow } from "./lock-order.ts";

/** What an order's discount consists of, as it was on the day. No statement for an order without one. */
export async function loadDiscounts(ctx: Context, { id, currency, discountMinor }: OrderRow): Promise<DiscountView[]> {
  if (discountMinor === 0) return [];
  const rows = await ctx.db.select().from(orderDiscounts).where(eq(orderDiscounts.orderId, id)).orderBy(asc(orderDiscounts.position));
  return rows.map(({ couponId, code, label, amountMinor }) => ({ couponId, code, label, amount: { amountMinor, currency } }));
}
