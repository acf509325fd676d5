import { mostHits } from "@cartwright/core/search/schemas";
import { perPage } from "./search-input.ts";

/** The first, the last, and those around the one that is shown. */
export function pagesAround(page: number, pageCount: number): number[] {
  const near = [1, page - 1, page, page + 1, pageCount].filter((number) => number >= 1 && number <= pageCount);
  return [...new Set(near)];
}

/** How many pages can be turned: after 1,000 hits there are no more. */
export function countPages(total: number): number {
  return Math.ceil(Math.min(total, mostHits) / perPage);
}
