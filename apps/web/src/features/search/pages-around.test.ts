import { expect, test } from "vitest";
import { countPages, pagesAround } from "./pages-around.ts";

test("pages end after a thousand hits", () => {
  expect([0, 1, 24, 25, 1_000, 5_000].map(countPages)).toEqual([0, 1, 1, 2, 42, 42]);
});

test("the first, the last and the neighbours are offered, each once", () => {
  expect(pagesAround(1, 1)).toEqual([1]);
  expect(pagesAround(1, 42)).toEqual([1, 2, 42]);
  expect(pagesAround(20, 42)).toEqual([1, 19, 20, 21, 42]);
  expect(pagesAround(42, 42)).toEqual([1, 41, 42]);
});
