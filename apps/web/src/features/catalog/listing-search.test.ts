import { expect, test } from "vitest";
import { isNarrowed, listingInput, readListingSearch } from "./listing-search.ts";

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

test("the page of a brand keeps to it", () => {
  expect(listingInput({ brand: "pell-pottery" }, { brand: ["another"] }, "EUR").brands).toEqual(["pell-pottery"]);
});

test("the order alone does not narrow a list", () => {
  expect(isNarrowed({ sort: "name_asc", cursor: "x" })).toBe(false);
  expect(isNarrowed({ in_stock: "1" })).toBe(true);
});
