/** `percent` takes basis points of the goods off, `amount` minor units of the coupon's currency. */
export const couponKinds = ["percent", "amount"] as const;
export type CouponKind = (typeof couponKinds)[number];
