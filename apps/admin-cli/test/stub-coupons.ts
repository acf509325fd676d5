import type { CreateCouponInput, UpdateCouponInput } from "@cartwright/core/promotions/schemas";

const money = (amountMinor: number) => ({ amountMinor, currency: "EUR" });

export const spring = {
  id: "cpn_1", code: "SPRING10", name: "Spring", state: "active", percentBasisPoints: 1000, amountOff: null, minimum: money(5000),
  startsAt: null, endsAt: "2026-07-01T00:00:00.000Z", usageLimit: 100, usageLimitPerCustomer: 1, used: 7,
  createdAt: "2026-05-01T10:00:00.000Z", updatedAt: "2026-05-01T10:00:00.000Z", archivedAt: null,
};

/** A coupon as it would be after what was sent. */
export function couponOf({ percentBasisPoints, amountMinor, minimumMinor = 0, ...given }: Partial<CreateCouponInput> & Partial<UpdateCouponInput>) {
  return { ...spring, ...given, percentBasisPoints: percentBasisPoints ?? null, amountOff: amountMinor === undefined ? null : money(amountMinor), minimum: money(minimumMinor) };
}
