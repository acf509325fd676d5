import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { slugify, sortKey } from "./text.ts";

describe("slugify", () => {
  it("keeps words and drops the rest", () => {
    expect(slugify("Crème brûlée!")).toBe("creme-brulee");
    expect(slugify("  Robin's  Straße ")).toBe("robins-strasse");
    expect(slugify("🦆")).toBe("");
  });

  it("makes a valid slug of anything, and leaves a slug as it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        const slug = slugify(text);
        expect(slug).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
        expect(slug.length).toBeLessThanOrEqual(100);
        expect(slugify(slug)).toBe(slug);
      }),
    );
  });
});

describe("sortKey", () => {
  it("puts accents and capitals where people look for them", () => {
    const names = ["Zebra", "äpfel", "Apfel", "birne"];
    expect(names.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)).at(-1)).toBe("Zebra");
  });
});
