import { expect, test } from "vitest";
import { isNarrowed, readProductSearch, withoutFilters } from "./product-search.ts";
import { searchInput } from "./search-input.ts";

test("reads a search of a query string and drops what makes no sense", () => {
  const search = readProductSearch({ q: " blue\tmug ", category: ["mugs", "bowls"], sort: "price_asc", page: "2", brand: "pell-pottery", in_stock: "1", price_max: "x" });
  expect(search).toEqual({ q: "blue mug", category: "mugs", sort: "price_asc", page: "2", brand: ["pell-pottery"], in_stock: "1" });
  expect(searchInput(search, "EUR")).toEqual({
    text: "blue mug",
    category: "mugs",
    brands: ["pell-pottery"],
    inStock: true,
    sort: "price_asc",
    page: 2,
    perPage: 24,
  });
});

test("any text is a search", () => {
  for (const q of ["\u0000", "\ud800", ["mug", "cup"], "x".repeat(10_000), "<script>", "%", '"; drop table'] as const) {
    const { text = "" } = searchInput(readProductSearch({ q }), "EUR");
    expect(text.length).toBeLessThanOrEqual(1_000);
    expect(text).not.toMatch(/[\p{Cc}\p{Surrogate}]/u);
  }
  expect(readProductSearch({ q: ["mug", "cup"] })).toEqual({ q: "mug" });
});

test("an order that is none is the usual one, and so is the first page", () => {
  expect(searchInput(readProductSearch({ q: "mug", sort: "cheapest", page: "0" }), "EUR")).toEqual({ text: "mug", sort: "relevance", page: 1, perPage: 24 });
  expect(readProductSearch({ sort: "relevance", page: "1" })).toEqual({});
});

test("without filters, the words and their order stay", () => {
  const search = readProductSearch({ q: "mug", sort: "name", page: "3", category: "mugs", "attr.material": "Stoneware" });
  expect(isNarrowed(search)).toBe(true);
  expect(withoutFilters(search)).toEqual({ q: "mug", sort: "name" });
  expect(isNarrowed(withoutFilters(search))).toBe(false);
});
