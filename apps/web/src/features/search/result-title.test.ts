import { expect, test } from "vitest";
import { quoted, resultTitle } from "./result-title.ts";

test("says how much was found for which words", () => {
  expect(resultTitle("mug", { total: 1, isTotalCapped: false })).toBe("1 thing for “mug”");
  expect(resultTitle("mug", { total: 312, isTotalCapped: false })).toBe("312 things for “mug”");
  expect(resultTitle("mug", { total: 1_000, isTotalCapped: true })).toBe("1,000+ things for “mug”");
  expect(resultTitle("mug", { total: 0, isTotalCapped: false })).toBe("Nothing for “mug”");
  expect(resultTitle(undefined, { total: 312, isTotalCapped: false })).toBe("Search");
});

test("long words are cut", () => {
  expect(quoted("x".repeat(500))).toHaveLength(84);
});
