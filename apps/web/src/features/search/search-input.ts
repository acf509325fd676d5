import { searchSorts, type SearchProductsDraft, type SearchSort } from "@cartwright/core/search/schemas";
import { filterInput } from "../../lib/filter-search.ts";
import type { ProductSearch } from "./product-search.ts";

export const perPage = 24;

export function readSort(text: string | undefined): SearchSort {
  return searchSorts.find((sort) => sort === text) ?? "relevance";
}

/** The query of a search. */
export function searchInput(search: ProductSearch, currency: string): SearchProductsDraft {
  return {
    text: search.q ?? "",
    ...(search.category ? { category: search.category } : {}),
    ...filterInput(search, currency),
    sort: readSort(search.sort),
    page: Number(search.page ?? 1),
    perPage,
  };
}
