import { chunked, couponCustomers, couponUses } from "@cartwright/db";
import { and, eq, inArray, sql } from "drizzle-orm";
import { hashToken, newToken, type Context } from "../kernel/index.ts";

/**
 * Makes the uses of coupons by these orders nobody's: the hash of the buyer's address, which anybody can compute who
 * guesses it, gives way to a random one. All counts stay as they are.
 */
export async function forgetCouponUses(ctx: Context, orderIds: readonly string[]): Promise<void> {
  for (const some of chunked(orderIds)) {
    const living = sql<number>`sum(case when ${couponUses.releasedAt} is null then 1 else 0 end)`.mapWith(Number);
    const isTheirs = inArray(couponUses.orderId, some);
    const { couponId, customerHash } = couponUses;
    const groups = await ctx.db.select({ couponId, customerHash, used: living }).from(couponUses).where(isTheirs).groupBy(couponId, customerHash);
    // One new hash for each old one of a coupon, so that no limit of a customer is passed by putting two together.
    for (const { couponId, customerHash, used } of groups) {
      const nobody = hashToken(newToken());
      await ctx.db
        .update(couponUses)
        .set({ customerHash: nobody })
        .where(and(isTheirs, eq(couponUses.couponId, couponId), eq(couponUses.customerHash, customerHash)));
      await ctx.db.insert(couponCustomers).values({ couponId, customerHash: nobody, used });
      const isOld = and(eq(couponCustomers.couponId, couponId), eq(couponCustomers.customerHash, customerHash));
      await ctx.db.update(couponCustomers).set({ used: sql`${couponCustomers.used} - ${used}` }).where(isOld);
      await ctx.db.delete(couponCustomers).where(and(isOld, eq(couponCustomers.used, 0)));
    }
  }
}
