import { couponCustomers, coupons, couponUses, orderDiscounts, orderLines, orders } from "@cartwright/db";
import { isNull, sql } from "drizzle-orm";
import { expect } from "vitest";
import type { Context } from "../kernel/index.ts";

/** Holds the coupons of the whole database against P2, and every order's discounts against its total. */
export async function expectCouponPromises(ctx: Context): Promise<void> {
  const living = await ctx.db.select().from(couponUses).where(isNull(couponUses.releasedAt));
  const byCustomer = await ctx.db.select().from(couponCustomers);
  for (const { id, code, used, usageLimit, usageLimitPerCustomer } of await ctx.db.select().from(coupons)) {
    const uses = living.filter((use) => use.couponId === id);
    expect(used, `P2 uses of ${code}`).toBe(uses.length);
    expect(used, `P2 limit of ${code}`).toBeLessThanOrEqual(usageLimit ?? Infinity);
    const customers = new Set(uses.map((use) => use.customerHash));
    const counted = byCustomer.filter((row) => row.couponId === id);
    for (const customerHash of new Set([...customers, ...counted.map((row) => row.customerHash)])) {
      const count = counted.find((row) => row.customerHash === customerHash)?.used ?? 0;
      expect(count, `P2 uses of ${code} by a customer`).toBe(uses.filter((use) => use.customerHash === customerHash).length);
      expect(count, `P2 limit of ${code} a customer`).toBeLessThanOrEqual(usageLimitPerCustomer ?? Infinity);
    }
  }
  await expectDiscounts(ctx, living);
}

/** What is said to be taken off, what the lines bear of it and the total agree, and its coupons are counted. */
async function expectDiscounts(ctx: Context, living: readonly (typeof couponUses.$inferSelect)[]): Promise<void> {
  for (const order of await ctx.db.select().from(orders)) {
    const discounts = await ctx.db.select().from(orderDiscounts).where(sql`${orderDiscounts.orderId} = ${order.id}`);
    const lines = await ctx.db.select().from(orderLines).where(sql`${orderLines.orderId} = ${order.id}`);
    const sum = (minors: number[]) => minors.reduce((all, minor) => all + minor, 0);
    expect(sum(discounts.map((discount) => discount.amountMinor)), `O2 discounts of ${order.number}`).toBe(order.discountMinor);
    expect(sum(lines.map((line) => line.discountMinor)), `O2 shares of discounts of ${order.number}`).toBe(order.discountMinor);
    expect(lines.every((line) => line.discountMinor >= 0 && line.discountMinor <= line.totalMinor), `O2 bounds of ${order.number}`).toBe(true);
    if (order.status === "cancelled") continue;
    const counted = living.filter((use) => use.orderId === order.id).map((use) => use.couponId);
    expect(counted.toSorted(), `P2 coupons of ${order.number}`).toEqual(discounts.flatMap((discount) => discount.couponId ?? []).toSorted());
  }
}
