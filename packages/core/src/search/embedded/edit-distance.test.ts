import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance, leastEdits, letterMask } from "./edit-distance.ts";

const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "d"), maxLength: 9 });

/** The plain definition, without any bound. */
function reference(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)));
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      let edits = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) edits = Math.min(edits, rows[i - 2]![j - 2]! + 1);
      rows[i]![j] = edits;
    }
  }
  return rows[a.length]![b.length]!;
}

describe("the distance of two words", () => {
  it.each([["kettle", "ketlte", 1], ["mug", "mugs", 1], ["mug", "mud", 1], ["saucepan", "suacepna", 2], ["cup", "kettle", 3]])("%s, %s: %i", (a, b, edits) => {
    expect(editDistance(a, b, 2)).toBe(edits);
  });

  it("is what its definition says, up to the bound", () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, most) => {
        expect(editDistance(a, b, most)).toBe(Math.min(reference(a, b), most + 1));
      }),
      { numRuns: 2_000 },
    );
  });

  it("is never less than the letters say", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        expect(leastEdits(letterMask(a), letterMask(b))).toBeLessThanOrEqual(editDistance(a, b, 20));
      }),
    );
  });
});
