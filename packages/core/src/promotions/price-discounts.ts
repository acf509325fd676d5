import { applyRate, splitByWeight } from "../kernel/money.ts";
import { couponProblem, type EnteredCoupon } from "./coupon-problem.ts";
import type { CouponRow } from "./coupon-state.ts";
import type { CouponProblem, DiscountView } from "./views.ts";

export interface DiscountFacts {
  /** What can be bought, each line at its full price. */
  lines: readonly { id: string; totalMinor: number }[];
  /** In the order in which they were entered. */
  entered: readonly EnteredCoupon[];
  currency: string;
  now: Date;
}

export interface PricedDiscounts {
  discounts: DiscountView[];
  /** What each line bears of them, by line; never more than the line. The shares add up to the discounts. */
  lineDiscountMinor: Map<string, number>;
  /** Codes that take nothing off, and why. */
  notCounted: ({ code: string } & CouponProblem)[];
}

/**
 * What codes take off the goods. A percentage is rounded half up on all goods together and then shared over the lines by
 * largest remainder; nothing takes off more than is left. Several are applied one after the other. Pure.
 */
export function priceDiscounts({ lines, entered, currency, now }: DiscountFacts): PricedDiscounts {
  const goodsMinor = sum(lines.map((line) => line.totalMinor));
  const discounts: DiscountView[] = [];
  const notCounted: PricedDiscounts["notCounted"] = [];
  let left = lines.map((line) => line.totalMinor);
  for (const one of entered) {
    const problem = couponProblem(one, { goodsMinor, currency, now });
    if (problem || !one.coupon) {
      if (problem) notCounted.push({ code: one.code, ...problem });
      continue;
    }
    const { id, code, name } = one.coupon;
    const amountMinor = amountOff(one.coupon, sum(left));
    const shares = splitByWeight(amountMinor, left);
    left = left.map((minor, index) => minor - (shares[index] ?? 0));
    discounts.push({ couponId: id, code, label: name, amount: { amountMinor, currency } });
  }
  const lineDiscountMinor = new Map(lines.map((line, index) => [line.id, line.totalMinor - (left[index] ?? 0)]));
  return { discounts, lineDiscountMinor, notCounted };
}

function amountOff({ kind, value }: CouponRow, goodsMinor: number): number {
  return Math.min(kind === "percent" ? applyRate(goodsMinor, value) : value, goodsMinor);
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((all, amount) => all + amount, 0);
}
