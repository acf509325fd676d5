import { couponState, type CouponRow } from "./coupon-state.ts";
import type { CouponView } from "./views.ts";

/** A coupon as staff see it at a moment. */
export function couponView(row: CouponRow, now: Date): CouponView {
  const { id, code, name, kind, value, currency, usageLimit, usageLimitPerCustomer, used } = row;
  return {
    id,
    code,
    name,
    state: couponState(row, now),
    percentBasisPoints: kind === "percent" ? value : null,
    amountOff: kind === "amount" ? { amountMinor: value, currency } : null,
    minimum: { amountMinor: row.minimumMinor, currency },
    startsAt: row.startsAt?.toISOString() ?? null,
    endsAt: row.endsAt?.toISOString() ?? null,
    usageLimit,
    usageLimitPerCustomer,
    used,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    archivedAt: row.archivedAt?.toISOString() ?? null,
  };
}

/** What the audit log keeps of it. */
export function termsOf(row: CouponRow) {
  const { code, name, kind, value, currency, minimumMinor, startsAt, endsAt, usageLimit, usageLimitPerCustomer } = row;
  return { code, name, kind, value, currency, minimumMinor, startsAt, endsAt, usageLimit, usageLimitPerCustomer };
}
