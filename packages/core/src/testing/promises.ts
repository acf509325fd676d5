import { orderLines, orders, payments } from "@cartwright/db";
import { ne, sql } from "drizzle-orm";
import { expect } from "vitest";
import type { Context } from "../kernel/index.ts";
import { expectCouponPromises } from "./coupon-promises.ts";
import { expectAfterOrder } from "./order-promises.ts";
import { expectStockPromises } from "./stock-promises.ts";

/** Holds the whole database against the promises of the same names (see docs/architecture.md). */
export async function expectPromises(ctx: Context): Promise<void> {
  await expectStockPromises(ctx);
  await expectCouponPromises(ctx);
  const living = await ctx.db.select().from(orders).where(ne(orders.status, "cancelled"));
  const cartIds = living.map((order) => order.cartId).filter((id) => id !== null);
  expect(new Set(cartIds).size, "O1 one order a cart").toBe(cartIds.length);
  for (const order of await ctx.db.select().from(orders)) {
    const tax = order.pricesIncludeTax ? 0 : order.taxMinor;
    expect(order.linesMinor - order.discountMinor + order.shippingMinor + tax, `O2 total of ${order.number}`).toBe(order.totalMinor);
    const lines = await ctx.db.select().from(orderLines).where(sql`${orderLines.orderId} = ${order.id}`);
    expect(lines.reduce((sum, line) => sum + line.totalMinor, 0), `O2 lines of ${order.number}`).toBe(order.linesMinor);
    const paid = await ctx.db.select().from(payments).where(sql`${payments.orderId} = ${order.id}`);
    const captured = paid.reduce((sum, payment) => sum + payment.capturedMinor, 0);
    const refunded = paid.reduce((sum, payment) => sum + payment.refundedMinor, 0);
    expect(captured, `P1 captured of ${order.number}`).toBeLessThanOrEqual(order.totalMinor);
    const living = paid.filter(({ status }) => ["started", "pending", "authorised", "captured"].includes(status));
    expect(living.reduce((sum, payment) => sum + payment.amountMinor, 0), `P1 living of ${order.number}`).toBeLessThanOrEqual(order.totalMinor);
    expect(order.status === "cancelled" ? refunded : 0, `P1 given back of ${order.number}`).toBe(order.status === "cancelled" ? captured : 0);
    await expectAfterOrder(ctx, order);
  }
}
