import { readFilterSearch, readHandles, type FilterSearch } from "../../lib/filter-search.ts";
import { textOf } from "../../lib/search-params.ts";

/** A search as it stands in the address. */
export interface ProductSearch extends FilterSearch {
  q?: string;
  /** Slug or id. */
  category?: string;
  sort?: string;
  page?: string;
}

const longestText = 1_000;

/** Takes what makes sense of a query string; the rest is dropped. */
export function readProductSearch(raw: Record<string, unknown>): ProductSearch {
  const search: ProductSearch = {};
  const q = readText(raw["q"]);
  if (q) search.q = q;
  const category = readHandles(raw["category"])?.[0];
  if (category) search.category = category;
  const sort = textOf(raw["sort"]);
  if (sort && sort !== "relevance" && /^[a-z_]{1,20}$/.test(sort)) search.sort = sort;
  const page = textOf(raw["page"]);
  if (page && page !== "1" && /^[1-9]\d{0,2}$/.test(page)) search.page = page;
  return { ...search, ...readFilterSearch(raw) };
}

/** What somebody typed, or pasted from wherever: any text can be searched for. */
export function readText(raw: unknown): string | undefined {
  const text: unknown = Array.isArray(raw) ? raw[0] : raw;
  return typeof text === "string" ? text.slice(0, longestText).replace(/[\p{Cc}\p{Surrogate}]+/gu, " ").trim() || undefined : undefined;
}

/** The same words in everything there is. */
export function withoutFilters({ q, sort }: ProductSearch): ProductSearch {
  return { ...(q ? { q } : {}), ...(sort ? { sort } : {}) };
}

/** Whether anything but the words narrows it. */
export function isNarrowed(search: ProductSearch): boolean {
  return Object.keys(search).some((name) => name !== "q" && name !== "sort" && name !== "page");
}
