import { coupons } from "@cartwright/db";
import { and, gt, gte, isNotNull, isNull, lt, lte, or, type SQL } from "drizzle-orm";
import type { CouponState } from "./schemas.ts";

export type CouponRow = typeof coupons.$inferSelect;

/** What a coupon is at a moment. */
export function couponState(coupon: CouponRow, now: Date): CouponState {
  if (coupon.archivedAt) return "archived";
  if (coupon.endsAt && coupon.endsAt <= now) return "expired";
  if (coupon.usageLimit !== null && coupon.used >= coupon.usageLimit) return "used_up";
  return coupon.startsAt && coupon.startsAt > now ? "scheduled" : "active";
}

/** The same as a condition; without a state, all that are not archived. */
export function isInState(state: CouponState | undefined, now: Date): SQL | undefined {
  const isLiving = isNull(coupons.archivedAt);
  const isNotOver = or(isNull(coupons.endsAt), gt(coupons.endsAt, now));
  const hasUsesLeft = or(isNull(coupons.usageLimit), lt(coupons.used, coupons.usageLimit));
  switch (state) {
    case undefined:
      return isLiving;
    case "archived":
      return isNotNull(coupons.archivedAt);
    case "expired":
      return and(isLiving, lte(coupons.endsAt, now));
    case "used_up":
      return and(isLiving, isNotOver, gte(coupons.used, coupons.usageLimit));
    case "scheduled":
      return and(isLiving, isNotOver, hasUsesLeft, gt(coupons.startsAt, now));
    case "active":
      return and(isLiving, isNotOver, hasUsesLeft, or(isNull(coupons.startsAt), lte(coupons.startsAt, now)));
  }
}
