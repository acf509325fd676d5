import { orderLines, orders, payments, reservations, stockLevels, stockMovements } from "@cartwright/db";
import { inArray, ne, sql } from "drizzle-orm";
import { expect } from "vitest";
import type { Context } from "../kernel/index.ts";

/** Holds the whole database against the promises of the same names (see docs/architecture.md). */
export async function expectPromises(ctx: Context): Promise<void> {
  const levels = await ctx.db.select().from(stockLevels);
  const movements = await sumBy(ctx, stockMovements, undefined);
  const reserved = await sumBy(ctx, reservations, inArray(reservations.status, ["held", "allocated"]));
  for (const level of levels) {
    const key = `${level.variantId} ${level.locationId}`;
    expect(level.onHand, `S1 ledger of ${key}`).toBe(movements.get(key) ?? 0);
    expect(level.reserved, `S2 holds of ${key}`).toBe(reserved.get(key) ?? 0);
    expect(level.isShort || level.reserved <= level.onHand + level.backorderLimit, `S2 bound of ${key}`).toBe(true);
  }
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
    expect(order.status === "cancelled" ? refunded : 0, `P1 given back of ${order.number}`).toBe(order.status === "cancelled" ? captured : 0);
  }
}

async function sumBy(ctx: Context, table: typeof stockMovements | typeof reservations, where: ReturnType<typeof inArray> | undefined) {
  const rows = await ctx.db
    .select({ variantId: table.variantId, locationId: table.locationId, units: sql<number>`sum(${table.quantity})`.mapWith(Number) })
    .from(table)
    .where(where)
    .groupBy(table.variantId, table.locationId);
  return new Map(rows.map((row) => [`${row.variantId} ${row.locationId}`, row.units]));
}
