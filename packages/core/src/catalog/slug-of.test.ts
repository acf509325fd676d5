import fc from "fast-check";
import { expect, it } from "vitest";
import { Slug } from "./schemas.ts";
import { slugOf } from "./slug-of.ts";

it("makes a slug of any name, always the same", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (name) => {
      const slug = slugOf(name);
      expect(Slug.safeParse(slug).success).toBe(true);
      expect(slugOf(name)).toBe(slug);
      expect(slugOf(slug)).toBe(slug);
    }),
    { numRuns: 500 },
  );
});

it.each([
  ["Crème brûlée!", "creme-brulee"],
  ["  Kiln & Co. ", "kiln-co"],
  ["Straße", "strasse"],
  ["Men's", "mens"],
])("%s is %s", (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});
