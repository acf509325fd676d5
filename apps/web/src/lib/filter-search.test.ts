import { expect, test } from "vitest";
import { changeSearch, filterInput, toggled, type FilterSearch } from "./filter-search.ts";

test("a price with more decimals than the currency has is no bound", () => {
  expect(filterInput({ price_min: "12.50" }, "JPY")).not.toHaveProperty("priceMinMinor");
});

test("a changed filter starts the list anew and keeps the others", () => {
  const search: FilterSearch & { cursor?: string; page?: string } = { cursor: "abc", page: "3", brand: ["one"], in_stock: "1" };
  const changed = changeSearch(search, { brand: toggled(search.brand, "two") });
  expect(changed).toEqual({ brand: ["one", "two"], in_stock: "1" });
  expect(changeSearch(changed, { brand: toggled(changed.brand, "one"), in_stock: undefined })).toEqual({ brand: ["two"] });
});

test("a filter without values is none", () => {
  expect(changeSearch({ brand: ["one"] }, { brand: toggled(["one"], "one") })).toEqual({});
});
