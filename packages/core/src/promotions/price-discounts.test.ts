import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EnteredCoupon } from "./coupon-problem.ts";
import type { CouponRow } from "./coupon-state.ts";
import { priceDiscounts } from "./price-discounts.ts";

const now = new Date("2026-03-01T12:00:00.000Z");

function entered(given: Partial<CouponRow> = {}, usedByCustomer = 0): EnteredCoupon {
  const coupon: CouponRow = {
    id: "cpn_1", code: "SPRING10", name: "Spring", kind: "percent", value: 1_000, currency: "EUR", minimumMinor: 0, startsAt: null, endsAt: null,
    usageLimit: null, usageLimitPerCustomer: null, used: 0, createdAt: now, updatedAt: now, archivedAt: null, ...given,
  };
  return { code: coupon.code, coupon, usedByCustomer };
}

function price(lineMinors: number[], ...coupons: EnteredCoupon[]) {
  const lines = lineMinors.map((totalMinor, index) => ({ id: `cln_${index}`, totalMinor }));
  const priced = priceDiscounts({ lines, entered: coupons, currency: "EUR", now });
  const shares = lines.map((line) => priced.lineDiscountMinor.get(line.id) ?? Number.NaN);
  return { ...priced, shares, offMinor: priced.discounts.reduce((sum, discount) => sum + discount.amount.amountMinor, 0) };
}

describe("priceDiscounts", () => {
  it("rounds a percentage half up on all goods, and shares it by largest remainder", () => {
    expect(price([333, 333, 339], entered())).toMatchObject({ offMinor: 101, shares: [34, 33, 34] });
    expect(price([5], entered())).toMatchObject({ offMinor: 1, shares: [1] });
    expect(price([4], entered())).toMatchObject({ offMinor: 0, shares: [0] });
    expect(price([999, 1], entered({ value: 10_000 }))).toMatchObject({ offMinor: 1_000, shares: [999, 1] });
  });

  it("takes no more off than the goods cost", () => {
    expect(price([300, 100], entered({ kind: "amount", value: 500 }))).toMatchObject({ offMinor: 400, shares: [300, 100], notCounted: [] });
  });

  it("applies several one after the other", () => {
    const both = price([1_000, 500], entered({ value: 5_000 }), entered({ id: "cpn_2", code: "FIVE", kind: "amount", value: 600 }));
    expect(both.discounts.map((discount) => [discount.code, discount.amount.amountMinor])).toEqual([["SPRING10", 750], ["FIVE", 600]]);
    expect(both.shares).toEqual([900, 450]);
  });

  it.each([
    ["has begun at its very start", { startsAt: now }, null],
    ["has not begun", { startsAt: new Date(now.getTime() + 1) }, "not_started"],
    ["counts until just before its end", { endsAt: new Date(now.getTime() + 1) }, null],
    ["has ended at its very end", { endsAt: now }, "ended"],
    ["has uses left", { usageLimit: 3, used: 2 }, null],
    ["is used up", { usageLimit: 3, used: 3 }, "used_up"],
    ["reaches its minimum exactly", { minimumMinor: 1_000 }, null],
    ["misses its minimum by one", { minimumMinor: 1_001 }, "minimum_not_reached"],
    ["takes an amount off in another currency", { kind: "amount" as const, currency: "USD" }, "other_currency"],
    ["has a minimum in another currency", { minimumMinor: 1, currency: "USD" }, "other_currency"],
    ["takes a percentage off in any currency", { currency: "USD" }, null],
  ])("says whether a code counts that %s", (_, given, reason) => {
    const { discounts, notCounted } = price([1_000], entered(given));
    expect([discounts.length, notCounted.map((problem) => problem.reason)]).toEqual(reason === null ? [1, []] : [0, [reason]]);
  });

  it("counts by customer, and tells what would help", () => {
    expect(price([1_000], entered({ usageLimitPerCustomer: 2 }, 1)).discounts).toHaveLength(1);
    expect(price([1_000], entered({ usageLimitPerCustomer: 2 }, 2)).notCounted).toMatchObject([{ reason: "used_by_you" }]);
    expect(price([1_000], { code: "NEVER", coupon: null, usedByCustomer: 0 }).notCounted).toMatchObject([{ code: "NEVER", reason: "unknown" }]);
    expect(price([3_800], entered({ minimumMinor: 5_000 })).notCounted).toMatchObject([{ code: "SPRING10", missing: { amountMinor: 1_200, currency: "EUR" } }]);
  });

  const terms = fc.oneof(
    fc.record({ kind: fc.constant("percent" as const), value: fc.integer({ min: 1, max: 10_000 }) }),
    fc.record({ kind: fc.constant("amount" as const), value: fc.integer({ min: 1, max: 1_000_000_000 }) }),
  );

  it("shares add up to the discounts, none is negative or more than its line, whatever the codes", () => {
    const goods = fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), { maxLength: 12 });
    const holds = (lineMinors: number[], several: { kind: "percent" | "amount"; value: number }[]) => {
      const { shares, offMinor, discounts } = price(lineMinors, ...several.map((one) => entered(one)));
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(offMinor);
      shares.forEach((share, index) => {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(lineMinors[index] ?? 0);
      });
      for (const { amount } of discounts) expect(amount.amountMinor).toBeGreaterThanOrEqual(0);
    };
    fc.assert(fc.property(goods, fc.array(terms, { maxLength: 3 }), holds));
  });
});
