import { describe, expect, it } from "vitest";
import { halfOf, isIn } from "./half.ts";

describe("the two halves", () => {
  it("are told apart by the hash of the id alone", () => {
    // sha256sum of a, d, c and f begins with ca, 18, 2e and 25.
    expect(["a", "d", "c", "f"].map(halfOf)).toEqual(["tune", "tune", "tune", "report"]);
  });

  it("are about as large, share nothing and are both in the whole", () => {
    const ids = Array.from({ length: 1_000 }, (_, i) => `query-${i}`);
    const tune = ids.filter((id) => isIn("tune", id));
    const report = ids.filter((id) => isIn("report", id));
    expect(tune.length).toBeGreaterThan(440);
    expect(report.length).toBeGreaterThan(440);
    expect(new Set([...tune, ...report]).size).toBe(tune.length + report.length);
    expect(ids.filter((id) => isIn("both", id))).toEqual(ids);
  });
});
