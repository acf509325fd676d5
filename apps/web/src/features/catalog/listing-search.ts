import { productSorts, type ListProductsInput, type ProductSort } from "@cartwright/core/catalog/schemas";
import { filterInput, readFilterSearch, readHandles, type FilterSearch } from "../../lib/filter-search.ts";
import { textOf } from "../../lib/search-params.ts";

/** A list's filters and order as they stand in the address. */
export interface ListingSearch extends FilterSearch {
  sort?: ProductSort;
  cursor?: string;
  tag?: string[];
}

/** Where a list starts from: a category, a brand, or everything. */
export interface ListingBase {
  category?: string;
  brand?: string;
}

/** Takes what makes sense of a query string; the rest is dropped. */
export function readListingSearch(raw: Record<string, unknown>): ListingSearch {
  const search: ListingSearch = {};
  const sort = readSort(textOf(raw["sort"]));
  if (sort && sort !== "newest") search.sort = sort;
  const cursor = textOf(raw["cursor"]);
  if (cursor && cursor.length <= 2_000) search.cursor = cursor;
  const tag = readHandles(raw["tag"]);
  if (tag) search.tag = tag;
  return { ...search, ...readFilterSearch(raw) };
}

export function readSort(text: string | undefined): ProductSort | undefined {
  return productSorts.find((sort) => sort === text);
}

/** The query of a list. */
export function listingInput(base: ListingBase, search: ListingSearch, currency: string): ListProductsInput {
  return {
    limit: 24,
    sort: search.sort ?? "newest",
    ...(search.cursor ? { cursor: search.cursor } : {}),
    ...(base.category ? { category: base.category } : {}),
    ...filterInput(search, currency),
    ...(base.brand ? { brands: [base.brand] } : {}),
    ...(search.tag ? { tags: search.tag } : {}),
  };
}

/** The whole list, in the same order. */
export function withoutFilters({ sort }: ListingSearch): ListingSearch {
  return sort ? { sort } : {};
}

/** Whether anything but the order narrows the list. */
export function isNarrowed(search: ListingSearch): boolean {
  return Object.keys(search).some((name) => name !== "sort" && name !== "cursor");
}
