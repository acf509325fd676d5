import type { CouponRow } from "./coupon-state.ts";
import type { CouponProblem } from "./views.ts";

/** A code that was entered, and what is known of it. */
export interface EnteredCoupon {
  code: string;
  /** Null when no living coupon has the code. */
  coupon: CouponRow | null;
  /** Orders of this customer that carry it; 0 while nobody knows who it is. */
  usedByCustomer: number;
}

export interface GoodsFacts {
  /** What the goods cost before any discount. */
  goodsMinor: number;
  currency: string;
  now: Date;
}

/** Why a code takes nothing off these goods; null when it counts. What the shopper can mend is named last. */
export function couponProblem({ coupon, usedByCustomer }: EnteredCoupon, { goodsMinor, currency, now }: GoodsFacts): CouponProblem | null {
  const problem = (reason: CouponProblem["reason"], more: Partial<CouponProblem> = {}) => ({ reason, missing: null, startsAt: null, ...more });
  if (!coupon) return problem("unknown");
  const { startsAt, endsAt, usageLimit, usageLimitPerCustomer, minimumMinor } = coupon;
  if (startsAt && startsAt > now) return problem("not_started", { startsAt: startsAt.toISOString() });
  if (endsAt && endsAt <= now) return problem("ended");
  if (usageLimit !== null && coupon.used >= usageLimit) return problem("used_up");
  if (usageLimitPerCustomer !== null && usedByCustomer >= usageLimitPerCustomer) return problem("used_by_you");
  // A percentage without a minimum has no amount in it, so it counts in any currency.
  if (coupon.currency !== currency && (coupon.kind === "amount" || minimumMinor > 0)) return problem("other_currency");
  if (goodsMinor < minimumMinor) return problem("minimum_not_reached", { missing: { amountMinor: minimumMinor - goodsMinor, currency } });
  return null;
}
