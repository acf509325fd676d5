import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyRate, formatMoney, includedTax, parseDecimal, splitByWeight, sumOfShares, toDecimal } from "./money.ts";

const currency = fc.constantFrom("EUR", "JPY", "KWD");
const amount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });

describe("money", () => {
  it("writes 0, 2 and 3 decimals as the currency has them", () => {
    expect(toDecimal(1299, "EUR")).toBe("12.99");
    expect(toDecimal(5, "EUR")).toBe("0.05");
    expect(toDecimal(-5, "EUR")).toBe("-0.05");
    expect(toDecimal(1299, "JPY")).toBe("1299");
    expect(toDecimal(1299, "KWD")).toBe("1.299");
    expect(formatMoney({ amountMinor: 1299, currency: "EUR" })).toBe("€12.99");
    expect(formatMoney({ amountMinor: 1299, currency: "JPY" })).toBe("¥1,299");
  });

  it("reads back what it wrote", () => {
    fc.assert(fc.property(amount, currency, (minor, code) => parseDecimal(toDecimal(minor, code), code) === minor));
  });

  it("refuses what is no decimal or has too many places", () => {
    for (const text of ["", "12,99", "1e3", "12.999", "abc", "--1", "1.", "99999999999999999999"]) expect(parseDecimal(text, "EUR")).toBeNull();
    expect(parseDecimal("12.990", "EUR")).toBe(1299);
    expect(parseDecimal("12.5", "JPY")).toBeNull();
  });

  it("splits into shares that add up to the whole, none more than a unit from its due", () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(amount, weights, (total, parts) => {
        const shares = splitByWeight(total, parts);
        const sum = parts.reduce((a, b) => a + b, 0);
        expect(shares.reduce((a, b) => a + b, 0)).toBe(total);
        if (sum > 0) parts.forEach((part, i) => expect(Math.abs(shares[i]! - (total * part) / sum)).toBeLessThan(1.000001));
      }),
    );
  });

  it("rounds halves away from zero", () => {
    expect(applyRate(50, 100)).toBe(1);
    expect(applyRate(49, 100)).toBe(0);
    expect(applyRate(-50, 100)).toBe(-1);
  });

  it("finds inside a price the tax that was put on its net", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), fc.integer({ min: 0, max: 3_000 }), (net, rate) => {
        const tax = applyRate(net, rate);
        expect(Math.abs(includedTax(net + tax, rate) - tax)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("takes equal shares a few at a time and comes to what splitting says", () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 40 }), fc.nat(40), (total, parts, taken) => {
        const count = Math.min(parts, taken);
        const shares = splitByWeight(total, Array.from({ length: parts }, () => 1));
        return sumOfShares(total, parts, count) === shares.slice(0, count).reduce((a, b) => a + b, 0);
      }),
    );
  });
});
