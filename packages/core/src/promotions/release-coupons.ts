import { couponCustomers, coupons, couponUses } from "@cartwright/db";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";

/**
 * Gives back what an order counted, once however often it is called: for an order that is cancelled before it was
 * paid. Call it inside the transaction that cancels it.
 */
export async function releaseCoupons(ctx: Context, orderId: string): Promise<void> {
  const released = await ctx.db
    .update(couponUses)
    .set({ releasedAt: ctx.clock.now() })
    .where(and(eq(couponUses.orderId, orderId), isNull(couponUses.releasedAt)))
    .returning();
  for (const { couponId, customerHash } of released.toSorted((a, b) => (a.couponId < b.couponId ? -1 : 1))) {
    await ctx.db
      .update(coupons)
      .set({ used: sql`${coupons.used} - 1` })
      .where(eq(coupons.id, couponId));
    await ctx.db
      .update(couponCustomers)
      .set({ used: sql`${couponCustomers.used} - 1` })
      .where(and(eq(couponCustomers.couponId, couponId), eq(couponCustomers.customerHash, customerHash)));
  }
}
