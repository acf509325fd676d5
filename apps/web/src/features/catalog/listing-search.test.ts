import { expect, test } from "vitest";
import { isNarrowed, listingInput, readListingSearch, toggleValue } from "./listing-search.ts";

test("reads filters of a query string and drops what makes no sense", () => {
  const search = readListingSearch({
    sort: "price_asc",
    brand: ["pell-pottery", "pell-pottery", ""],
    price_min: "12.50",
    price_max: "lots",
    in_stock: "yes",
    "attr.material": "Stoneware",
    "attr.capacity.min": "300",
    "attr.<script>": "x",
    other: "thing",
  });
  expect(search).toEqual({
    sort: "price_asc",
    brand: ["pell-pottery"],
    price_min: "12.50",
    "attr.material": ["Stoneware"],
    "attr.capacity.min": ["300"],
  });
  expect(listingInput({ category: "kitchen" }, search, "EUR")).toEqual({
    limit: 24,
    sort: "price_asc",
    category: "kitchen",
    brands: ["pell-pottery"],
    priceMinMinor: 1_250,
    attributes: [{ code: "material", values: ["Stoneware"] }, { code: "capacity", min: 300 }],
  });
});

test("a price with more decimals than the currency has is no bound", () => {
  expect(listingInput({}, { price_min: "12.50" }, "JPY")).not.toHaveProperty("priceMinMinor");
});

test("a changed filter starts the list anew", () => {
  const search = toggleValue({ cursor: "abc", brand: ["one"] }, "brand", "two");
  expect(search).toEqual({ brand: ["one", "two"] });
  expect(toggleValue(toggleValue(search, "brand", "one"), "brand", "two")).toEqual({});
});

test("the order alone does not narrow a list", () => {
  expect(isNarrowed({ sort: "name_asc", cursor: "x" })).toBe(false);
  expect(isNarrowed({ in_stock: "1" })).toBe(true);
});
