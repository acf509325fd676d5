import { expect, test } from "vitest";
import { placeOf, priceScale, priceText } from "./price-scale.ts";

test.each([
  [0, 1, "EUR"],
  [399, 24_000, "EUR"],
  [1, 99_999_999_999, "EUR"],
  [1_234, 1_290, "JPY"],
  [999, 123_456_789, "KWD"],
] as const)("a scale from %d to %d %s has round ends around all prices, and not too many steps", (minMinor, maxMinor, currency) => {
  const { fromMinor, toMinor, stepMinor } = priceScale({ minMinor, maxMinor, currency });
  expect(fromMinor).toBeLessThanOrEqual(minMinor);
  expect(toMinor).toBeGreaterThanOrEqual(maxMinor);
  expect(toMinor).toBeGreaterThan(fromMinor);
  expect((toMinor - fromMinor) % stepMinor).toBe(0);
  expect((toMinor - fromMinor) / stepMinor).toBeLessThanOrEqual(202);
  expect(Number.isInteger(stepMinor)).toBe(true);
});

test("steps are one, two or five times a power of ten", () => {
  const step = (maxMinor: number) => priceScale({ minMinor: 0, maxMinor, currency: "EUR" }).stepMinor;
  expect([2_000, 20_100, 50_000, 150_000, 300_000].map(step)).toEqual([100, 200, 500, 1_000, 2_000]);
});

test("a chosen price outside of the scale stands at its end", () => {
  const scale = { fromMinor: 1_000, toMinor: 5_000, stepMinor: 100 };
  expect(placeOf("80", 1_000, { scale, currency: "EUR" })).toBe(5_000);
  expect(placeOf("12.50", 1_000, { scale, currency: "EUR" })).toBe(1_250);
  expect(placeOf(undefined, 1_000, { scale, currency: "EUR" })).toBe(1_000);
});

test("whole prices have no decimals in the address", () => {
  expect([priceText(1_200, "EUR"), priceText(1_250, "EUR"), priceText(1_200, "JPY")]).toEqual(["12", "12.50", "1200"]);
});
