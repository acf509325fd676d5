import type { Money } from "../kernel/money.ts";
import type { CouponProblemKind, CouponState } from "./schemas.ts";

/** Something that was taken off, as the buyer reads it. */
export interface DiscountView {
  /** Null for what is not a coupon, as is the code. */
  couponId: string | null;
  code: string | null;
  label: string;
  amount: Money;
}

/** Why a code takes nothing off. */
export interface CouponProblem {
  reason: CouponProblemKind;
  /** Goods that would still have to be added; only when the minimum is not reached. */
  missing: Money | null;
  /** Only when it has not begun. */
  startsAt: string | null;
}

export interface CouponView {
  id: string;
  code: string;
  name: string;
  state: CouponState;
  /** Of the goods; null for an amount. */
  percentBasisPoints: number | null;
  /** Null for a percentage. */
  amountOff: Money | null;
  /** The value of the goods from which it counts. */
  minimum: Money;
  startsAt: string | null;
  /** It counts until this moment and no longer. */
  endsAt: string | null;
  usageLimit: number | null;
  usageLimitPerCustomer: number | null;
  /** Orders that carry it; those that were cancelled before they were paid have given it back. */
  used: number;
  createdAt: string;
  updatedAt: string;
  archivedAt: string | null;
}
