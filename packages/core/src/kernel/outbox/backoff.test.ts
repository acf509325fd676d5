import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { backoffMilliseconds } from "./backoff.ts";

describe("the pause after a failed attempt", () => {
  it("lies between nothing and a bound that doubles from 1 s and stops at 10 min", () => {
    const attempt = fc.integer({ min: 1, max: 1_000 });
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(attempt, random, (attempts, random) => {
        const pause = backoffMilliseconds(attempts, random);
        const bound = Math.min(600_000, 1_000 * 2 ** (attempts - 1));
        expect(pause).toBe(Math.floor(random * bound));
      }),
    );
  });

  it("is spread over all of it", () => {
    expect([0, 0.5, 0.999].map((random) => backoffMilliseconds(4, random))).toEqual([0, 4_000, 7_992]);
    expect(backoffMilliseconds(10, 0.999)).toBe(511_488);
    expect(backoffMilliseconds(12, 0.5)).toBe(300_000);
  });
});
